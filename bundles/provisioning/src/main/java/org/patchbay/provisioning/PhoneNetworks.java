package org.patchbay.provisioning;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.api.Network;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose phones ask from an address: those of the only portal there is, else of the one to which root gave the network. Thread-safe. */
final class PhoneNetworks {

    private static final Logger log = LoggerFactory.getLogger(PhoneNetworks.class);

    private final Portals portals;
    private final List<Given> given;

    private record Given(String host, Network network) {}

    PhoneNetworks(Portals portals, String setting) {
        this.portals = portals;
        this.given = Arrays.stream(setting.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> given(text).stream())
                .toList();
    }

    private static Optional<Given> given(String text) {
        String[] parts = text.split("\\s+");
        Optional<Network> network = parts.length == 2 ? Network.parse(parts[1]) : Optional.empty();
        if (network.isEmpty()) {
            log.error("PATCHBAY_PROVISIONING_NETWORKS has a part that is no host with a network: {}", text);
        }
        return network.map(block -> new Given(parts[0], block));
    }

    /** Which phones a portal can see, however many ask. */
    WaitingList.Sight sight(PortalId portal) {
        if (portals.list(Optional.empty(), PageRequest.first(2)).items().size() == 1) {
            return WaitingList.Sight.ALL;
        }
        return given.stream()
                        .flatMap(one -> portals.onHost(one.host()).stream())
                        .map(Portal::id)
                        .anyMatch(portal::equals)
                ? WaitingList.Sight.NETWORKS
                : WaitingList.Sight.NO_NETWORK;
    }

    /** The portal, if it is just one; root's for none. */
    PortalId portal(InetAddress address) {
        List<Portal> all = portals.list(Optional.empty(), PageRequest.first(2)).items();
        if (all.size() == 1) {
            return all.get(0).id();
        }
        Set<PortalId> found = given.stream()
                .filter(one -> one.network().contains(address))
                .flatMap(one -> portals.onHost(one.host()).stream())
                .map(Portal::id)
                .collect(Collectors.toSet());
        return found.size() == 1 ? found.iterator().next() : PortalId.ROOT;
    }
}
