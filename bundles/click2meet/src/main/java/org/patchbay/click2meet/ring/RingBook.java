package org.patchbay.click2meet.ring;

import java.time.Duration;
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
 * The rings that there are, on all nodes. A ring changes its state in one step or not at all, so that one tab answers.
 * Thread-safe.
 */
public final class RingBook {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final byte[] CHANGED = {};

    private final Cluster cluster;
    private final ClusterMap rings;

    /** A book that knows a ring for a while after its time. */
    public RingBook(Cluster cluster, Duration ringTime) {
        this.cluster = cluster;
        this.rings = cluster.map("click2meet-rings", ringTime.plus(MEMORY));
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

    private static String key(PortalId portal, String ring) {
        return portal + "/" + ring;
    }

    private static String ringTopic(PortalId portal, String ring) {
        return "click2meet/ring/" + portal + "/" + ring;
    }

    private static String queueTopic(PortalId portal, PersonId person) {
        return "click2meet/queue/" + portal + "/" + person;
    }
}
