package org.patchbay.events.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one subscriber, so that a slow one delays nobody else. Each lane waits here at most once. */
final class Turns implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final int THREADS = 4;
    private static final int END_SECONDS = 2;

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

    /** Waits a little for events that are being delivered, since whoever stops takes away what they use. */
    @Override
    public void close() {
        threads.shutdown();
        threads.getQueue().clear();
        try {
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                log.info("A subscriber is still busy with an event while its delivery ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
