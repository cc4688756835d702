package org.patchbay.calls.call;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.calls.plan.Facts;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;

/** How things are now. Thread-safe. */
public final class LiveFacts implements Facts {

    private record Key(PortalId portal, String group) {}

    private final Signalling signalling;
    private final Extensions extensions;
    private final Seats seats;
    private final Meter meter;
    private final Consultant consultant;
    private final Applications applications;
    private final Map<Key, Integer> turns = new ConcurrentHashMap<>();

    public LiveFacts(
            Signalling signalling,
            Extensions extensions,
            Seats seats,
            Meter meter,
            Consultant consultant,
            Applications applications) {
        this.signalling = signalling;
        this.extensions = extensions;
        this.seats = seats;
        this.meter = meter;
        this.consultant = consultant;
        this.applications = applications;
    }

    @Override
    public boolean reachable(PortalId portal, String extension) {
        return extensions.devices(portal, extension).stream()
                .anyMatch(
                        device -> !signalling.registrations(portal, device.id()).isEmpty());
    }

    @Override
    public int calls(PortalId portal, String extension) {
        return seats.calls(portal, extension);
    }

    @Override
    public Instant lastTalk(PortalId portal, String extension) {
        return seats.lastTalk(portal, extension);
    }

    @Override
    public int turn(PortalId portal, String group, boolean inEarnest) {
        Key key = new Key(portal, group);
        return inEarnest
                ? turns.merge(key, 1, (before, one) -> (before + one) & Integer.MAX_VALUE) - 1
                : turns.getOrDefault(key, 0);
    }

    @Override
    public TrunkState trunk(PortalId portal, String trunk) {
        return signalling.trunk(portal, trunk);
    }

    @Override
    public int trunkCalls(PortalId portal, Trunk trunk) {
        return seats.trunkCalls(portal, trunk.id());
    }

    @Override
    public Optional<String> limit(PortalId portal, String number, Instant at) {
        return meter.limit(portal, number, at, seats.outside(portal));
    }

    @Override
    public int outsideCalls(PortalId portal) {
        return seats.outside(portal);
    }

    @Override
    public boolean scripted(PortalId portal) {
        return consultant.wanted(portal);
    }

    @Override
    public Optional<String> application(PortalId portal, Wanted wanted) {
        return applications.taking(portal, wanted).map(CallApplication::name);
    }
}
