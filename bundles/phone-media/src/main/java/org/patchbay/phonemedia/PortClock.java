package org.patchbay.phonemedia;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that says every 20 ms that a frame's time went by, without drift: late turns are made up for, unless the machine
 * stood still for longer than that would be heard.
 */
final class PortClock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PortClock.class);
    private static final long FRAME = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MOST_BEHIND = 10 * FRAME;
    private static final long JOIN_MILLIS = 2_000;

    private final Turn turn;
    private final Thread thread;
    private volatile boolean stopped;

    interface Turn {
        void take(long now);
    }

    PortClock(Turn turn) {
        this.turn = turn;
        thread = new Thread(this::run, "phone-media-clock");
        thread.setDaemon(true);
        thread.setContextClassLoader(PortClock.class.getClassLoader());
        thread.start();
    }

    private void run() {
        long due = System.nanoTime();
        while (!stopped) {
            due += FRAME;
            long now = System.nanoTime();
            if (now - due > MOST_BEHIND) {
                due = now;
            }
            while (now < due) {
                LockSupport.parkNanos(due - now);
                now = System.nanoTime();
                if (stopped) {
                    return;
                }
            }
            try {
                turn.take(now);
            } catch (RuntimeException e) {
                log.warn("A turn of the clock failed", e);
            }
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
