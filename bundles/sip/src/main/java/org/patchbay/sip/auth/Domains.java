package org.patchbay.sip.auth;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;
import org.patchbay.sip.message.SipUri;

/** Which portal a domain belongs to; remembered for a short time, for every request asks. Thread-safe. */
public final class Domains {

    private static final int MOST = 10_000;
    private static final long LIFE_MILLIS = 2_000;

    private final Function<String, Optional<PortalId>> onHost;
    private final Clock clock;
    private final Map<String, Entry> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
            return size() > MOST;
        }
    };

    public Domains(Function<String, Optional<PortalId>> onHost, Clock clock) {
        this.onHost = onHost;
        this.clock = clock;
    }

    /** The portal of a domain in lower case. */
    public Optional<PortalId> portal(String domain) {
        long now = clock.millis();
        synchronized (known) {
            Entry entry = known.get(domain);
            if (entry != null && entry.until > now) {
                return entry.portal;
            }
        }
        Optional<PortalId> found = onHost.apply(domain);
        synchronized (known) {
            known.put(domain, new Entry(found, now + LIFE_MILLIS));
        }
        return found;
    }

    /** Whether an address names a portal, and another than this; an IP address is no portal's name. */
    public boolean isElsewhere(SipUri address, PortalId portal) {
        return portal(address.host()).filter(named -> !named.equals(portal)).isPresent()
                && Network.address(address.host()).isEmpty();
    }

    private record Entry(Optional<PortalId> portal, long until) {}
}
