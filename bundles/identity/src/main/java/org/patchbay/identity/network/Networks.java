package org.patchbay.identity.network;

import java.util.ArrayList;
import java.util.List;
import org.patchbay.api.FieldError;
import org.patchbay.api.Network;

/** Lists of networks, such as {@code 10.0.0.0/8} and {@code 2001:db8::/32}. */
public final class Networks {

    private static final int MOST = 50;

    private Networks() {}

    /** Whether an address is in one of them; without any, every address is. */
    public static boolean allow(List<String> networks, String address) {
        if (networks.isEmpty()) {
            return true;
        }
        return Network.address(address)
                .filter(known -> networks.stream()
                        .flatMap(text -> Network.parse(text).stream())
                        .anyMatch(network -> network.contains(known)))
                .isPresent();
    }

    /** The networks in their one spelling; what is none goes to the errors, with its place. */
    public static List<String> check(String pointer, List<String> networks, List<FieldError> errors) {
        if (networks.size() > MOST) {
            errors.add(new FieldError(pointer, "networks.many", "must be at most " + MOST + " networks"));
            return List.of();
        }
        List<String> checked = new ArrayList<>();
        for (int i = 0; i < networks.size(); i++) {
            var network = Network.parse(networks.get(i).strip());
            if (network.isEmpty()) {
                errors.add(new FieldError(
                        pointer + "/" + i,
                        "network.invalid",
                        "must be an IPv4 or IPv6 address or network, such as 192.0.2.0/24"));
            }
            network.map(Network::text).filter(text -> !checked.contains(text)).ifPresent(checked::add);
        }
        return List.copyOf(checked);
    }
}
