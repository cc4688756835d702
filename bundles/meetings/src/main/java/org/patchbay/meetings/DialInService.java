package org.patchbay.meetings;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.meetings.DialIn;
import org.patchbay.api.meetings.DialIns;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.Meetings;
import org.patchbay.api.meetings.PhoneStay;
import org.patchbay.api.meetings.PhoneVisitor;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.DialInStore;
import org.patchbay.meetings.store.StoredDialIn;

/** Gives rooms their numbers, and lets phones in by them. Thread-safe. */
@Component
public final class DialInService implements DialIns {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CODE_FIELD = "meeting.dial-in";
    private static final int LEAST = 10_000_000;
    private static final int MOST = 100_000_000;
    private static final int TRIES = 20;

    /** Numbers that lead nowhere, from one caller and from all of a portal, in ten minutes. */
    private static final int MISSES = 10;

    private static final int MISSES_OF_ALL = 300;

    private final DialInStore store;
    private final PhoneAccessDirectory access;
    private final Meetings meetings;
    private final Rooms rooms;
    private final Places places;
    private final Portals portals;
    private final Secrets secrets;
    private final UnitOfWork unit;
    private final LinkGuard callers;
    private final LinkGuard all;

    @Activate
    public DialInService(
            @Reference DialInStore store,
            @Reference PhoneAccessDirectory access,
            @Reference Meetings meetings,
            @Reference Rooms rooms,
            @Reference Places places,
            @Reference Portals portals,
            @Reference Secrets secrets,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.store = store;
        this.access = access;
        this.meetings = meetings;
        this.rooms = rooms;
        this.places = places;
        this.portals = portals;
        this.secrets = secrets;
        this.unit = unit;
        callers = new LinkGuard(cluster, Clock.systemUTC(), "meeting-dial-in-misses", MISSES);
        all = new LinkGuard(cluster, Clock.systemUTC(), "meeting-dial-in-misses-of-all", MISSES_OF_ALL);
    }

    @Override
    public Optional<DialIn> of(PortalId portal, String code) {
        List<String> phones = access.numbers(portal);
        return phones.isEmpty() ? Optional.empty() : Optional.of(new DialIn(number(portal, code), phones));
    }

    private String number(PortalId portal, String code) {
        String hash = Code.hash(code);
        for (int i = 0; i < TRIES; i++) {
            Optional<StoredDialIn> known = store.byCodeHash(portal, hash);
            if (known.isPresent()) {
                return known.get().number();
            }
            String number = String.valueOf(RANDOM.nextInt(LEAST, MOST));
            if (store.byNumber(portal, number).isEmpty()) {
                try {
                    unit.run(() ->
                            store.add(portal, new StoredDialIn(number, hash, secrets.seal(portal, CODE_FIELD, code))));
                } catch (RuntimeException e) {
                    // Another one was quicker, with this number or for this link: then it is found, or another is
                    // tried.
                    if (i == TRIES - 1) {
                        throw e;
                    }
                }
            }
        }
        throw Problem.UNAVAILABLE.because("No number is free for the room");
    }

    @Override
    public boolean asksPin(PortalId portal, String number, String caller) {
        return guarded(portal, number, caller, code -> meetings.asksPin(portal, code, address(portal, caller)));
    }

    /** What is done with the code of a link. */
    private interface Step<T> {
        T with(String code);
    }

    private <T> T guarded(PortalId portal, String number, String caller, Step<T> step) {
        return all.behind(
                portal,
                "all",
                () -> callers.behind(
                        portal,
                        address(portal, caller),
                        () -> step.with(store.byNumber(portal, number)
                                .map(found -> secrets.open(portal, CODE_FIELD, found.sealedCode()))
                                .orElseThrow(DialInService::nowhere))));
    }

    /** What stands for a caller where browsers have an address. */
    private static String address(PortalId portal, String caller) {
        return "tel " + (caller.isEmpty() ? "withheld " + portal : caller);
    }

    private static PatchbayException nowhere() {
        return Problem.NOT_FOUND.because(Doorstep.NOWHERE, "No meeting has this number");
    }

    @Override
    public PhoneStay enter(
            PortalId portal, String number, Optional<String> pin, String caller, String name, PhoneVisitor visitor) {
        Meeting meeting =
                guarded(portal, number, caller, code -> meetings.byCode(portal, code, pin, address(portal, caller)));
        byte[] bits = new byte[4];
        RANDOM.nextBytes(bits);
        var stay = new PhoneSeat(
                rooms, places, portals, portal, meeting.id(), HexFormat.of().formatHex(bits), visitor);
        stay.join(name);
        return stay;
    }
}
