package org.patchbay.events.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.events.store.EventJournal;
import org.patchbay.spi.events.EventSubscriber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one portal's events to one subscriber: one at a time, in order, each until it succeeds. */
final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final int BATCH = 100;
    private static final int PASSING = 1_000;
    /** How many unwanted events are looked at again, at most, after a restart. */
    private static final int UNKEPT = 1_000;

    private final EventSubscriber subscriber;
    private final PortalId portal;
    private final EventJournal journal;
    private final Positions positions;
    private final Turns turns;
    private final Setback setback;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean numbered = new AtomicBoolean();
    private final Queue<Event> passing = new ArrayBlockingQueue<>(PASSING);
    private final AtomicLong missed = new AtomicLong();
    private volatile long position;

    Lane(EventSubscriber subscriber, PortalId portal, EventJournal journal, Positions positions, Turns turns) {
        this.subscriber = subscriber;
        this.portal = portal;
        this.journal = journal;
        this.positions = positions;
        this.turns = turns;
        this.setback = new Setback(turns.clock());
    }

    /** Asks for a turn, unless one is asked for already. */
    void wake() {
        numbered.set(true);
        turn();
    }

    private void turn() {
        if (waiting.compareAndSet(false, true)) {
            turns.now(this);
        }
    }

    void pass(Event event) {
        if (passing.offer(event)) {
            turn();
        } else {
            missed.incrementAndGet();
        }
    }

    /** One turn; the turns of a lane do not overlap. */
    synchronized void run() {
        waiting.set(false);
        try {
            deliverPassing();
            if (numbered.getAndSet(false) && !setback.pausing() && positions.mine(portal)) {
                deliverNumbered();
            }
        } catch (RuntimeException | Error e) {
            pause(e);
        }
    }

    private void deliverPassing() {
        for (Event event = passing.poll(); event != null; event = passing.poll()) {
            try {
                subscriber.on(event);
            } catch (RuntimeException | Error e) {
                log.debug("{} failed at a transient event, which is not repeated", subscriber.name(), e);
            }
        }
    }

    private void deliverNumbered() {
        long kept = positions.of(portal);
        position = Math.max(position, kept);
        List<Event> events = journal.resting(portal, position, BATCH);
        boolean delivered = false;
        try {
            for (Event event : events) {
                if (subscriber.wants(portal, event.type())) {
                    subscriber.on(journal.open(event));
                    delivered = true;
                }
                position = event.sequence();
                setback.succeeded();
            }
            setback.succeeded();
        } finally {
            if (delivered || position - kept >= UNKEPT) {
                positions.reached(portal, position);
            }
        }
        if (events.size() >= BATCH) {
            wake();
        }
    }

    private void pause(Throwable failure) {
        Duration pause = setback.failed(failure);
        if (setback.failures() == 1) {
            log.warn("{} failed at an event; it is delivered again with growing pauses", subscriber.name(), failure);
        }
        turns.later(this, pause);
    }

    /** Whether there is something after what was delivered. */
    boolean isBehind(long head) {
        return head > position;
    }

    DeliveryState state() {
        return new DeliveryState(
                subscriber.name(),
                portal,
                position,
                setback.failures(),
                setback.message(),
                setback.next(),
                missed.get());
    }
}
