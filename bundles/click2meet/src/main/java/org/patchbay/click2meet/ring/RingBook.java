package org.patchbay.click2meet.ring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.Json;
import org.patchbay.click2meet.ring.Ring.State;

/**
 * The rings that there are, on all nodes. A ring changes its state in one step or not at all, so that one tab answers. Who
 * waits has a numbered place in the queue of the person and one of the address, each an entry that only one can make.
 * Thread-safe.
 */
public final class RingBook {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final byte[] CHANGED = {};

    private final Cluster cluster;
    private final ClusterMap rings;
    private final ClusterMap places;

    /** A book whose places outlive a ring by some seconds, should its node die. */
    public RingBook(Cluster cluster, Duration ringTime) {
        this.cluster = cluster;
        this.rings = cluster.map("click2meet-rings", ringTime.plus(MEMORY));
        this.places = cluster.map("click2meet-places", ringTime.plusSeconds(15));
    }

    /** Takes a new ring down. */
    public void add(PortalId portal, Ring ring) {
        rings.put(key(portal, ring.id()), Json.bytes(ring));
    }

    /** A ring of this portal. */
    public Optional<Ring> find(PortalId portal, String id) {
        // A key has its limits, whatever a client asks for.
        return id.length() > 64 ? Optional.empty() : rings.get(key(portal, id)).map(RingBook::read);
    }

    /** Takes a ring from one state to the next; empty if it was not in that state any more. */
    public Optional<Ring> step(PortalId portal, String id, State from, UnaryOperator<Ring> change) {
        return step(portal, id, ring -> ring.state() == from, change);
    }

    /** Changes a ring that is like this; empty if it was not any more. */
    public Optional<Ring> step(PortalId portal, String id, Predicate<Ring> from, UnaryOperator<Ring> change) {
        while (true) {
            Optional<byte[]> before = rings.get(key(portal, id));
            Optional<Ring> next = before.map(RingBook::read).filter(from).map(change);
            if (next.isEmpty() || rings.replace(key(portal, id), before.get(), Json.bytes(next.get()))) {
                return next;
            }
        }
    }

    /** Takes one of so many places; false if there is none. */
    public boolean takePlace(PortalId portal, String queue, int most, String ring) {
        for (int number = 0; number < most; number++) {
            if (places.putIfAbsent(place(portal, queue) + number, text(ring))) {
                return true;
            }
        }
        return false;
    }

    /** Gives the place back that the ring had there. */
    public void freePlace(PortalId portal, String queue, int most, String ring) {
        for (int number = 0; number < most; number++) {
            String key = place(portal, queue) + number;
            if (places.replace(key, text(ring), text(ring))) {
                places.remove(key);
            }
        }
    }

    /** Who waits for the person, in the order of ringing. */
    public List<Ring> waiting(PortalId portal, PersonId person, int most) {
        return places.entries(place(portal, person.value()), most).values().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .distinct()
                .flatMap(id -> find(portal, id).stream())
                .filter(ring -> ring.state() == State.WAITING)
                .sorted(Comparator.comparing(Ring::rang).thenComparing(Ring::id))
                .toList();
    }

    /** Tells whoever follows the ring or the person's queue that something is different. */
    public void tell(PortalId portal, Ring ring) {
        cluster.publish(ringTopic(portal, ring.id()), CHANGED);
        cluster.publish(queueTopic(portal, ring.person()), CHANGED);
    }

    /** Hears of changes of one ring. */
    public Registration hearRing(PortalId portal, String ring, Runnable changed) {
        return cluster.subscribe(ringTopic(portal, ring), message -> changed.run());
    }

    /** Hears of changes in the person's queue. */
    public Registration hearQueue(PortalId portal, PersonId person, Runnable changed) {
        return cluster.subscribe(queueTopic(portal, person), message -> changed.run());
    }

    private static Ring read(byte[] bytes) {
        return Json.read(bytes, Ring.class);
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    private static String key(PortalId portal, String ring) {
        return portal + "/" + ring;
    }

    private static String place(PortalId portal, String queue) {
        return portal + "/" + queue + "/";
    }

    private static String ringTopic(PortalId portal, String ring) {
        return "click2meet/ring/" + portal + "/" + ring;
    }

    private static String queueTopic(PortalId portal, PersonId person) {
        return "click2meet/queue/" + portal + "/" + person;
    }
}
