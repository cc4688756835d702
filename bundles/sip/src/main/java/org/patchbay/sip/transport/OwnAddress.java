package org.patchbay.sip.transport;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Network;

/** Which address of this machine a peer reaches. Thread-safe. */
final class OwnAddress {

    private static final int MOST = 1024;
    private static final int DISCARD = 9;
    private static final List<Network> INSIDE = Network.list(
            "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,127.0.0.0/8,169.254.0.0/16,100.64.0.0/10,::1,fc00::/7,fe80::/10");

    private final Optional<InetAddress> advertised;
    private final Map<InetAddress, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, String> eldest) {
            return size() > MOST;
        }
    };

    OwnAddress(Optional<InetAddress> advertised) {
        this.advertised = advertised;
    }

    /** The address as text, of IPv6 in short form. */
    synchronized String toward(InetAddress peer) {
        return known.computeIfAbsent(peer, this::find);
    }

    private String find(InetAddress peer) {
        boolean inside = INSIDE.stream().anyMatch(network -> network.contains(peer));
        if (!inside && advertised.isPresent()) {
            return Network.written(advertised.get());
        }
        try (var probe = new DatagramSocket()) {
            probe.connect(peer, DISCARD);
            return Network.written(probe.getLocalAddress());
        } catch (IOException | RuntimeException e) {
            return advertised.map(Network::written).orElse("127.0.0.1");
        }
    }
}
