package org.patchbay.calls;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.patchbay.api.cluster.Registration;
import org.patchbay.calls.call.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of call control: those on which calls go on, those that may wait for the database, and the timers. */
@Component(service = Workshop.class, configurationPid = "org.patchbay.calls")
public final class Workshop {

    private static final Logger log = LoggerFactory.getLogger(Workshop.class);
    private static final int MOST_WAITING = 10_000;
    private static final int WORKERS = 4;

    private final ExecutorService threads;
    private final ThreadPoolExecutor workers;
    private final ScheduledThreadPoolExecutor clock;

    @Activate
    public Workshop(CallsConfig config) {
        int many = config.threads() > 0
                ? config.threads()
                : 2 * Runtime.getRuntime().availableProcessors();
        this.threads = Executors.newFixedThreadPool(many, named("calls"));
        this.workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), named("calls-worker"));
        this.clock = new ScheduledThreadPoolExecutor(1, named("calls-timer"));
        clock.setRemoveOnCancelPolicy(true);
    }

    private static ThreadFactory named(String name) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + '-' + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Deactivate
    public void close() {
        clock.shutdownNow();
        threads.shutdown();
        workers.shutdown();
    }

    /** On these calls go on; what runs here never waits. */
    public Executor threads() {
        return threads;
    }

    /** On these it may be waited. */
    public Executor workers() {
        return workers;
    }

    public Timers timers() {
        return (time, task) -> later(time, task);
    }

    private Registration later(Duration time, Runnable task) {
        ScheduledFuture<?> future = clock.schedule(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        log.warn("Something that was due in a call failed", e);
                    }
                },
                time.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }
}
