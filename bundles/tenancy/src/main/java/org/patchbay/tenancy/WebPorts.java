package org.patchbay.tenancy;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.web.PublishedPorts;

/** The ports of pages and API; the one that people use where a proxy stands before the server. */
@Component(configurationPid = "org.patchbay.tenancy")
public final class WebPorts implements PublishedPorts {

    private final List<Port> ports;

    @Activate
    public WebPorts(TenancyConfig config) {
        boolean plain = config.publicScheme().strip().equals("http");
        int http = plain && config.publicPort() > 0 ? config.publicPort() : config.httpPort();
        int https = !plain && config.publicPort() > 0 ? config.publicPort() : config.httpsPort();
        this.ports = List.of(new Port("https", "tcp", https, !plain), new Port("http", "tcp", http, plain));
    }

    @Override
    public List<Port> ports() {
        return ports;
    }
}
