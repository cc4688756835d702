package org.patchbay.media.forwarding;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How much of its time the thread that reads the network may forward packets itself: half of each window. Beyond that it
 * must read, and others forward. Thread-safe; readers of several ports share one.
 */
public final class SpareTime {

    static final long WINDOW_NANOS = 10_000_000;

    private final AtomicLong windowStart = new AtomicLong(System.nanoTime());
    private final AtomicLong spent = new AtomicLong();

    /** Runs the work if there is time for it; false if not. */
    boolean spend(Runnable work) {
        long start = System.nanoTime();
        long window = windowStart.get();
        if (start - window > WINDOW_NANOS && windowStart.compareAndSet(window, start)) {
            spent.set(0);
        }
        if (spent.get() > WINDOW_NANOS / 2) {
            return false;
        }
        work.run();
        spent.addAndGet(System.nanoTime() - start);
        return true;
    }
}
