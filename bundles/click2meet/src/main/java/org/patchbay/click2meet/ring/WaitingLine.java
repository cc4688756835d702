package org.patchbay.click2meet.ring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.ring.Ring.State;

/**
 * Who waits, and in which order, on all nodes. Each has a numbered place in the line of the person and one in that of the
 * address, each an entry that only one can make. Thread-safe.
 */
public final class WaitingLine {

    private final RingBook book;
    private final ClusterMap places;
    private final int perPerson;
    private final int perAddress;

    /** A line whose places outlive a ring by some seconds, should its node die. */
    public WaitingLine(Cluster cluster, Duration ringTime, RingBook book, int perPerson, int perAddress) {
        this.book = book;
        this.places = cluster.map("click2meet-places", ringTime.plusSeconds(15));
        this.perPerson = perPerson;
        this.perAddress = perAddress;
    }

    /** Takes a place for the person and one for the address, or none; LIMITED if too many wait already. */
    public void enter(PortalId portal, Ring ring, String address) {
        if (!take(portal, address, perAddress, ring)) {
            throw Problem.LIMITED.because("click2meet.waiting", "Too many wait from this address already");
        }
        if (!take(portal, ring.person().value(), perPerson, ring)) {
            free(portal, address, perAddress, ring);
            throw Problem.LIMITED.because("click2meet.busy", "Too many wait for this person already; try again later");
        }
    }

    /** Gives both places back. */
    public void leave(PortalId portal, Ring ring, String address) {
        free(portal, address, perAddress, ring);
        leave(portal, ring);
    }

    /** Gives the place for the person back: the visitor was told something, and is still there. */
    public void leave(PortalId portal, Ring ring) {
        free(portal, ring.person().value(), perPerson, ring);
    }

    /** Who waits for the person, in the order of ringing. */
    public List<Ring> waiting(PortalId portal, PersonId person) {
        return places.entries(place(portal, person.value()), perPerson).values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .distinct()
                .flatMap(id -> book.find(portal, id).stream())
                .filter(ring -> ring.state() == State.WAITING)
                .sorted(Comparator.comparing(Ring::rang).thenComparing(Ring::id))
                .toList();
    }

    private boolean take(PortalId portal, String line, int most, Ring ring) {
        for (int number = 0; number < most; number++) {
            if (places.putIfAbsent(place(portal, line) + number, text(ring))) {
                return true;
            }
        }
        return false;
    }

    private void free(PortalId portal, String line, int most, Ring ring) {
        for (int number = 0; number < most; number++) {
            String key = place(portal, line) + number;
            if (places.replace(key, text(ring), text(ring))) {
                places.remove(key);
            }
        }
    }

    private static byte[] text(Ring ring) {
        return ring.id().getBytes(StandardCharsets.UTF_8);
    }

    private static String place(PortalId portal, String line) {
        return portal + "/" + line + "/";
    }
}
