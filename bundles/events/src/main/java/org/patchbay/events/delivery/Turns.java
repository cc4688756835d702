package org.patchbay.events.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one subscriber, so that a slow one delays nobody else. Each lane waits here at most once. */
final class Turns implements AutoCloseable {

    private static final int THREADS = 4;

    private final ThreadPoolExecutor threads;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    Turns(String subscriber, ScheduledExecutorService timer, Clock clock) {
        this.timer = timer;
        this.clock = clock;
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                20,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "events-" + subscriber + "-" + number.incrementAndGet()));
        threads.allowCoreThreadTimeOut(true);
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // after the end
    }

    void now(Lane lane) {
        threads.execute(lane::run);
    }

    void later(Lane lane, Duration pause) {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(lane::wake, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        threads.shutdown();
        threads.getQueue().clear();
    }
}
