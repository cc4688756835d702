package org.patchbay.sip;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.spi.web.PublishedPorts;

/** The ports of phones and lines. */
@Component
public final class SipPorts implements PublishedPorts {

    private final SipService service;

    @Activate
    public SipPorts(@Reference SipService service) {
        this.service = service;
    }

    @Override
    public List<Port> ports() {
        return service.server()
                .map(server -> {
                    List<Port> ports = new ArrayList<>();
                    int port = server.stack().transports().port();
                    ports.add(new Port("sip", "udp", port, false));
                    ports.add(new Port("sip", "tcp", port, false));
                    server.stack()
                            .transports()
                            .tlsPort()
                            .ifPresent(tls -> ports.add(new Port("sip-tls", "tcp", tls, false)));
                    return List.copyOf(ports);
                })
                .orElse(List.of());
    }
}
