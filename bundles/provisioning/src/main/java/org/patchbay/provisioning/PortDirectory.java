package org.patchbay.provisioning;

import java.util.List;
import java.util.OptionalInt;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.provisioning.phone.Phone.Transport;
import org.patchbay.spi.web.PublishedPorts;

/** The ports of signalling, as it opened them. Thread-safe. */
@Component(service = PortDirectory.class)
public class PortDirectory {

    private static final int SIP = 5060;
    private static final int SIPS = 5061;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<PublishedPorts> published = List.of();

    /** The port at which phones are taken by this transport; the usual one while signalling is away. */
    int port(Transport transport) {
        return open(transport).orElse(transport == Transport.TLS ? SIPS : SIP);
    }

    /** The same, empty where there is none. */
    OptionalInt open(Transport transport) {
        String name = transport == Transport.TLS ? "sip-tls" : "sip";
        String protocol = transport == Transport.UDP ? "udp" : "tcp";
        return published.stream()
                .flatMap(ports -> ports.ports().stream())
                .filter(port -> port.name().equals(name) && port.protocol().equals(protocol))
                .mapToInt(PublishedPorts.Port::number)
                .findFirst();
    }
}
