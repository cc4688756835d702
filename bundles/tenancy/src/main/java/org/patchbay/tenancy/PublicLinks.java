package org.patchbay.tenancy;

import java.net.URI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.tenancy.host.HostName;

/**
 * Builds links from the portal's host. Unless told otherwise a link to this machine is plain HTTP, which browsers trust
 * for {@code localhost} and names below it, and every other link is HTTPS, without which they give no camera.
 */
@Component(configurationPid = "org.patchbay.tenancy")
public final class PublicLinks implements PortalLinks {

    private final Portals portals;
    private final String scheme;
    private final int port;
    private final int httpPort;
    private final int httpsPort;

    @Activate
    public PublicLinks(@Reference Portals portals, TenancyConfig config) {
        this(portals, config.publicScheme().strip(), config.publicPort(), config.httpPort(), config.httpsPort());
    }

    PublicLinks(Portals portals, String scheme, int port, int httpPort, int httpsPort) {
        if (!scheme.isEmpty() && !scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("PATCHBAY_PUBLIC_SCHEME must be http or https, not \"" + scheme + "\"");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("PATCHBAY_PUBLIC_PORT must be a port, not \"" + port + "\"");
        }
        this.portals = portals;
        this.scheme = scheme;
        this.port = port;
        this.httpPort = httpPort;
        this.httpsPort = httpsPort;
    }

    @Override
    public URI link(PortalId portal, String path) {
        Portal found = portals.find(portal).orElseThrow(() -> Problem.NOT_FOUND.because("No portal " + portal));
        var host = new HostName(found.host());
        boolean here = host.isLoopback() || host.value().endsWith(".localhost");
        String by = !scheme.isEmpty() ? scheme : here ? "http" : "https";
        return URI.create(by + "://" + host.inUrl() + port(by) + path);
    }

    private String port(String by) {
        boolean plain = by.equals("http");
        int number = port > 0 ? port : plain ? httpPort : httpsPort;
        return number == (plain ? 80 : 443) ? "" : ":" + number;
    }
}
