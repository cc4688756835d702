package org.patchbay.web.live;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one at a time and in order on a shared pool, so that a slow one holds up nobody else. Thread-safe. */
final class SerialQueue {

    private static final Logger log = LoggerFactory.getLogger(SerialQueue.class);

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Executor pool;
    private final int limit;
    private boolean running;
    private boolean ended;

    SerialQueue(Executor pool, int limit) {
        this.pool = pool;
        this.limit = limit;
    }

    /** Adds a task; false when too many wait or the last one was given. */
    boolean offer(Runnable task) {
        synchronized (this) {
            if (ended || waiting.size() >= limit) {
                return false;
            }
            waiting.add(task);
        }
        start();
        return true;
    }

    /** Drops what waits and runs this as the last one; later ones are refused. */
    void end(Runnable last) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting.clear();
            waiting.add(last);
        }
        start();
    }

    private void start() {
        synchronized (this) {
            if (running) {
                return;
            }
            running = true;
        }
        pool.execute(this::run);
    }

    private void run() {
        for (var task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("A task of the live channel failed", e);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        var task = waiting.poll();
        running = task != null;
        return task;
    }
}
