package org.patchbay.tenancy;

import java.net.URI;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.tenancy.host.HostName;

/** Builds links from the portal's host and the public scheme and port. */
@Component(configurationPid = "org.patchbay.tenancy")
public final class PublicLinks implements PortalLinks {

    private static final Set<String> STANDARD = Set.of("http:80", "https:443");

    private final Portals portals;
    private final String scheme;
    private final String port;

    @Activate
    public PublicLinks(@Reference Portals portals, TenancyConfig config) {
        this.portals = portals;
        this.scheme = scheme(config.publicScheme().strip());
        this.port = port(scheme, config.publicPort().strip());
    }

    @Override
    public URI link(PortalId portal, String path) {
        Portal found = portals.find(portal).orElseThrow(() -> Problem.NOT_FOUND.because("No portal " + portal));
        return URI.create(scheme + "://" + new HostName(found.host()).inUrl() + port + path);
    }

    private static String scheme(String scheme) {
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("PATCHBAY_PUBLIC_SCHEME must be http or https, not \"" + scheme + "\"");
        }
        return scheme;
    }

    private static String port(String scheme, String port) {
        if (port.isEmpty() || STANDARD.contains(scheme + ":" + port)) {
            return "";
        }
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("PATCHBAY_PUBLIC_PORT must be a port, not \"" + port + "\"");
        }
        return ":" + port;
    }
}
