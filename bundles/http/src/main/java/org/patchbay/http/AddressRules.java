package org.patchbay.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.patchbay.api.Network;

/** Which addresses may be called: public ones, and what root allows besides. Immutable. */
final class AddressRules {

    private final Predicate<InetAddress> open;
    private final List<Exemption> exemptions;

    private AddressRules(Predicate<InetAddress> open, List<Exemption> exemptions) {
        this.open = open;
        this.exemptions = exemptions;
    }

    /** For servers that root named itself: see {@link org.patchbay.api.http.TrustedHttp}. */
    static AddressRules trusting() {
        return new AddressRules(address -> AddressKind.isHost(address.getAddress()), List.of());
    }

    /** Reads what root allows; see {@link HttpConfig#allow()}. */
    static AddressRules of(String allow) {
        return new AddressRules(
                address -> AddressKind.isPublic(address.getAddress()),
                Arrays.stream(allow.split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(Exemption::parse)
                        .toList());
    }

    /**
     * Whether the address may be called.
     *
     * @param host the name that was asked for
     */
    boolean permits(String host, InetAddress address, int port) {
        return open.test(address) || exemptions.stream().anyMatch(each -> each.covers(host, address, port));
    }

    private record Exemption(Optional<Network> block, String host, Optional<Integer> port) {

        static Exemption parse(String text) {
            var block = Network.parse(unbracketed(text));
            if (block.isPresent()) {
                return new Exemption(block, "", Optional.empty());
            }
            var colon = text.lastIndexOf(':');
            var host = unbracketed(colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
            var port = colon < 0 ? Optional.<Integer>empty() : Optional.of(port(text, text.substring(colon + 1)));
            if (!host.matches("[a-z0-9.:_-]+")) {
                throw new IllegalArgumentException("Not an address, block or host: " + text);
            }
            return new Exemption(Network.parse(host), host, port);
        }

        boolean covers(String asked, InetAddress address, int calledPort) {
            if (port.isPresent() && port.get() != calledPort) {
                return false;
            }
            return block.map(each -> each.contains(AddressKind.plain(address.getAddress())))
                    .orElseGet(() -> host.equalsIgnoreCase(asked));
        }

        private static int port(String text, String port) {
            if (!port.matches("[0-9]{1,5}")) {
                throw new IllegalArgumentException("Not an address, block or host: " + text);
            }
            return Integer.parseInt(port);
        }

        private static String unbracketed(String text) {
            return text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        }
    }
}
