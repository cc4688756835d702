package org.patchbay.sip;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Events;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes events in order and on no thread of signalling. A bounded number waits; what comes on top is lost, as a flood of
 * registrations would have it. Thread-safe.
 */
final class EventOutlet {

    private static final Logger log = LoggerFactory.getLogger(EventOutlet.class);
    private static final int MOST = 4_096;

    private final Events events;
    private final Executor executor;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean telling;

    EventOutlet(Events events, Executor executor) {
        this.events = events;
        this.executor = executor;
    }

    void tell(PortalId portal, String type, String subject, Record data) {
        synchronized (waiting) {
            if (waiting.size() >= MOST) {
                return;
            }
            waiting.add(new Waiting(portal, type, subject, data));
            if (telling) {
                return;
            }
            telling = true;
        }
        executor.execute(this::drain);
    }

    private void drain() {
        while (true) {
            Waiting next;
            synchronized (waiting) {
                next = waiting.poll();
                if (next == null) {
                    telling = false;
                    return;
                }
            }
            try {
                events.publish(next.portal(), next.type(), next.subject(), next.data());
            } catch (RuntimeException e) {
                log.warn("An event of signalling is lost", e);
            }
        }
    }

    private record Waiting(PortalId portal, String type, String subject, Record data) {}
}
