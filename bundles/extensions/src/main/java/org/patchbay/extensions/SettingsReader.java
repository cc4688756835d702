package org.patchbay.extensions;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.extensions.number.Country;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Things;

/** A portal's settings for calls as they are in the database. Thread-safe. */
@Component(service = SettingsReader.class)
public final class SettingsReader {

    private static final int PARKING_SECONDS = 120;
    private static final List<String> PLACES = List.of("701", "702", "703", "704", "705");

    private static final int MOST_ASSUMED = 20_000;
    private static final long ASSUMED_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final ThingStore store;
    private final Portals portals;
    private final Map<PortalId, Assumed> assumed = new ConcurrentHashMap<>();

    /** What is taken to hold until then, by the clock of {@link System#nanoTime()}. */
    private record Assumed(CallSettings settings, long until) {}

    @Activate
    public SettingsReader(@Reference ThingStore store, @Reference Portals portals) {
        this.store = store;
        this.portals = portals;
    }

    /** Those that were chosen. */
    Optional<StoredThing> chosen(PortalId portal) {
        return store.find(portal, portal.value());
    }

    /** Those that hold. */
    CallSettings of(PortalId portal) {
        return chosen(portal).map(stored -> (CallSettings) Things.read(stored)).orElseGet(() -> standard(portal));
    }

    /** The same as {@link #standard}, as of some seconds ago: calls do not wait for the database. */
    CallSettings assumed(PortalId portal) {
        long now = System.nanoTime();
        Assumed known = assumed.get(portal);
        if (known == null || known.until() - now < 0) {
            if (assumed.size() >= MOST_ASSUMED) {
                assumed.clear();
            }
            known = new Assumed(standard(portal), now + ASSUMED_NANOS);
            assumed.put(portal, known);
        }
        return known.settings();
    }

    /** Those that hold until others are chosen: the country is that of the portal's time zone. */
    CallSettings standard(PortalId portal) {
        return new CallSettings(
                Country.of(zone(portal).getId()),
                "",
                "",
                Map.of(),
                PLACES,
                PARKING_SECONDS,
                true,
                CallLimits.STANDARD,
                0);
    }

    /** The portal's own. */
    ZoneId zone(PortalId portal) {
        return ZoneId.of(portals.find(portal).map(Portal::zone).orElse("UTC"));
    }
}
