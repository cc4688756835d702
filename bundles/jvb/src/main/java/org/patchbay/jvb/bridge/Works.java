package org.patchbay.jvb.bridge;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one bridge: what may wait for the videobridge is kept from what must not. Thread-safe. */
final class Works implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Works.class);
    private static final int WORKERS = 16;
    private static final int MOST_WAITING = 20_000;

    private final ScheduledExecutorService timer;
    private final ThreadPoolExecutor workers;
    private final ExecutorService events;

    Works(String name) {
        this.timer = Executors.newSingleThreadScheduledExecutor(named(name, "timer"));
        this.workers = new ThreadPoolExecutor(
                WORKERS,
                WORKERS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                named(name, "requests"));
        this.workers.allowCoreThreadTimeOut(true);
        this.events = Executors.newSingleThreadExecutor(named(name, "events"));
    }

    private static ThreadFactory named(String bridge, String work) {
        return task -> {
            var thread = new Thread(task, "patchbay-jvb-" + bridge + "-" + work);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Tells a listener, which does not block; answers false if the bridge is stopped. */
    boolean tells(Runnable task) {
        try {
            events.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Runs what may block. */
    void run(Runnable task) {
        try {
            workers.execute(() -> safely(task));
        } catch (RejectedExecutionException e) {
            log.debug("The bridge is stopped or too busy, a task is left out");
        }
    }

    /** Runs what may block, later. */
    void later(Duration delay, Runnable task) {
        try {
            var unused = timer.schedule(() -> run(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            log.debug("The bridge is stopped, a task is left out");
        }
    }

    private static void safely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.warn("A task of a videobridge failed", e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdownNow();
        events.shutdown();
    }
}
