package org.patchbay.jvb.bridge;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.patchbay.spi.media.BridgeEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a conference's listener what happens, in order and on no thread of those who tell. At most {@link
 * #CAPACITY} events wait; what comes on top is lost, which the next whole map heals. Thread-safe.
 */
final class EventOutlet {

    static final int CAPACITY = 4_096;

    private static final Logger log = LoggerFactory.getLogger(EventOutlet.class);

    private final Executor executor;
    private final BridgeEvents listener;
    private final Queue<Consumer<BridgeEvents>> waiting = new ArrayDeque<>();
    private boolean telling;
    private boolean closed;

    EventOutlet(Executor executor, BridgeEvents listener) {
        this.executor = executor;
        this.listener = listener;
    }

    void tell(Consumer<BridgeEvents> event) {
        synchronized (waiting) {
            if (closed) {
                return;
            }
            if (waiting.size() == CAPACITY) {
                log.warn("A conference's listener is too slow, an event is lost");
                return;
            }
            waiting.add(event);
            if (telling) {
                return;
            }
            telling = true;
        }
        executor.execute(this::drain);
    }

    /** Tells this, and then nothing more. */
    void tellLast(Consumer<BridgeEvents> event) {
        tell(event);
        synchronized (waiting) {
            closed = true;
        }
    }

    /** Tells nothing more. */
    void close() {
        synchronized (waiting) {
            closed = true;
            waiting.clear();
        }
    }

    private void drain() {
        while (true) {
            Consumer<BridgeEvents> event;
            synchronized (waiting) {
                event = waiting.poll();
                if (event == null) {
                    telling = false;
                    return;
                }
            }
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                log.warn("A conference's listener failed", e);
            }
        }
    }
}
