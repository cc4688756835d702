package org.patchbay.media;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads that conferences share: workers for media, one for events, one that ticks. Thread-safe. */
final class BridgeThreads implements AutoCloseable {

    private static final int TICK_MILLIS = 20;
    private static final int LAST_WORK_SECONDS = 2;
    private static final int START_SECONDS = 15;

    private final ExecutorService workers;
    private final ExecutorService events;
    private final ScheduledExecutorService ticker;
    private final Future<?> ticking;
    private volatile @Nullable Future<?> starting;

    BridgeThreads(Runnable tick) {
        workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), named("media-worker-"));
        events = Executors.newSingleThreadExecutor(named("media-events-"));
        ticker = Executors.newSingleThreadScheduledExecutor(named("media-tick-"));
        ticking = ticker.scheduleAtFixedRate(tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory named(String prefix) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setContextClassLoader(BridgeThreads.class.getClassLoader());
            return thread;
        };
    }

    /** Does something once the server has had time to start. */
    void afterStart(Runnable task) {
        starting = ticker.schedule(task, START_SECONDS, TimeUnit.SECONDS);
    }

    Executor workers() {
        return workers;
    }

    Executor events() {
        return events;
    }

    @Override
    public void close() {
        ticking.cancel(false);
        Future<?> pending = starting;
        if (pending != null) {
            pending.cancel(false);
        }
        ticker.shutdown();
        workers.shutdown();
        events.shutdown();
        try {
            if (!workers.awaitTermination(LAST_WORK_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
