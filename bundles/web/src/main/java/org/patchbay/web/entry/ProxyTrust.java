package org.patchbay.web.entry;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Network;

/**
 * Finds out who sent a request, and where to. {@code Forwarded} (RFC 7239) and {@code X-Forwarded-*} count only when they
 * come from a configured proxy, and only as far back as the proxies are ours.
 */
final class ProxyTrust {

    private static final int MAX_HOPS = 16;

    private final List<Network> proxies;

    ProxyTrust(List<Network> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    Client client(HttpServletRequest request) {
        var scheme = request.isSecure() ? "https" : "http";
        var authority = text(request.getHeader("Host"));
        var peer = text(request.getRemoteAddr());
        if (!trusted(peer)) {
            return new Client(plain(peer), Origin.of(scheme, authority), false);
        }
        var hops = hops(request);
        var address = address(peer, hops);
        if (hops.isEmpty()) {
            return new Client(plain(address), Origin.of(scheme, authority), true);
        }
        var nearest = hops.get(hops.size() - 1);
        return new Client(
                plain(address),
                Origin.of(
                        nearest.proto()
                                .filter(p -> p.equals("https") || p.equals("http"))
                                .orElse(scheme),
                        nearest.host().orElse(authority)),
                true);
    }

    private boolean trusted(String address) {
        return Network.address(strip(address))
                .filter(ip -> proxies.stream().anyMatch(proxy -> proxy.contains(ip)))
                .isPresent();
    }

    /** Walks back from the nearest hop while the sender is one of our proxies. */
    private String address(String peer, List<Hop> hops) {
        var address = peer;
        for (var i = hops.size() - 1; i >= 0 && trusted(address); i--) {
            var sender = hops.get(i).sender();
            if (sender.isEmpty() || Network.address(strip(sender.get())).isEmpty()) {
                break;
            }
            address = sender.get();
        }
        return address;
    }

    private static List<Hop> hops(HttpServletRequest request) {
        var forwarded = values(request, "Forwarded");
        if (!forwarded.isEmpty()) {
            return forwarded.stream().map(Hop::parse).toList();
        }
        var senders = values(request, "X-Forwarded-For");
        var proto = last(values(request, "X-Forwarded-Proto"));
        var host = last(values(request, "X-Forwarded-Host"));
        var hops = new ArrayList<Hop>();
        senders.forEach(sender -> hops.add(new Hop(Optional.of(sender), proto, host)));
        if (hops.isEmpty() && (proto.isPresent() || host.isPresent())) {
            hops.add(new Hop(Optional.empty(), proto, host));
        }
        return hops;
    }

    private static List<String> values(HttpServletRequest request, String header) {
        var headers = request.getHeaders(header);
        var all = headers == null ? List.<String>of() : Collections.list(headers);
        var values = all.stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        return values.size() > MAX_HOPS ? values.subList(values.size() - MAX_HOPS, values.size()) : values;
    }

    private static Optional<String> last(List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1).toLowerCase(Locale.ROOT));
    }

    private static String plain(String address) {
        return Network.address(strip(address)).map(InetAddress::getHostAddress).orElse("unknown");
    }

    /** Takes brackets and a port off. */
    private static String strip(String address) {
        if (address.startsWith("[")) {
            var end = address.indexOf(']');
            return end < 0 ? address : address.substring(1, end);
        }
        var colon = address.indexOf(':');
        return colon > 0 && address.indexOf(':', colon + 1) < 0 ? address.substring(0, colon) : address;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Who sent a request, and where to, and whether one of our proxies passed it on. */
    record Client(String address, Origin origin, boolean proxied) {}

    private record Hop(Optional<String> sender, Optional<String> proto, Optional<String> host) {

        static Hop parse(String element) {
            var parts = Arrays.stream(element.split(";")).map(String::strip).toList();
            return new Hop(find(parts, "for"), find(parts, "proto"), find(parts, "host"));
        }

        private static Optional<String> find(List<String> parts, String name) {
            return parts.stream()
                    .filter(part -> part.toLowerCase(Locale.ROOT).startsWith(name + "="))
                    .map(part -> part.substring(name.length() + 1).replace("\"", ""))
                    .findFirst();
        }
    }
}
