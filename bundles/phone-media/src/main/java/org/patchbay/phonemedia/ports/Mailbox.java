package org.patchbay.phonemedia.ports;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done in order, one piece at a time, on threads that many share; what does not fit is left. Thread-safe. */
final class Mailbox {

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final int AT_ONCE = 16;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Executor executor;
    private final int most;
    private boolean running;

    Mailbox(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    /** Takes a piece of work; false if too much waits. */
    boolean offer(Runnable work) {
        synchronized (waiting) {
            if (waiting.size() >= most) {
                return false;
            }
            waiting.add(work);
            if (running) {
                return true;
            }
            running = true;
        }
        start();
        return true;
    }

    private void start() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            synchronized (waiting) { // the server stops
                running = false;
                waiting.clear();
            }
        }
    }

    private void run() {
        for (int i = 0; i < AT_ONCE; i++) {
            Runnable work;
            synchronized (waiting) {
                work = waiting.poll();
                if (work == null) {
                    running = false;
                    return;
                }
            }
            try {
                work.run();
            } catch (RuntimeException e) {
                log.warn("Something that a port was to do failed", e);
            }
        }
        start();
    }
}
