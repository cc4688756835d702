package org.patchbay.calls.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;

/** The addresses of record of numbers in a portal (RFC 3261, section 10.2); its host is known for a minute. Thread-safe. */
@Component(service = Addresses.class)
public final class Addresses {

    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private record Known(Optional<String> host, Instant until) {}

    private final Portals portals;
    private final Clock clock;
    private final Map<PortalId, Known> hosts = new ConcurrentHashMap<>();

    @Activate
    public Addresses(@Reference Portals portals) {
        this(portals, Clock.systemUTC());
    }

    Addresses(Portals portals, Clock clock) {
        this.portals = portals;
        this.clock = clock;
    }

    /** The address as a URI; without a host for a portal that is gone. */
    String of(PortalId portal, String number) {
        return "sip:" + number + host(portal).map(host -> "@" + host).orElse("");
    }

    private Optional<String> host(PortalId portal) {
        Instant now = clock.instant();
        Known known = hosts.get(portal);
        if (known != null && known.until().isAfter(now)) {
            return known.host();
        }
        Optional<String> host = portals.find(portal).map(Portal::host);
        if (hosts.size() >= MOST) {
            hosts.clear();
        }
        hosts.put(portal, new Known(host, now.plus(LIFE)));
        return host;
    }
}
