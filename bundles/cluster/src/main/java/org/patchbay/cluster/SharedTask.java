package org.patchbay.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.cluster.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that any of the nodes that know it can run; the one that has known it longest does. */
final class SharedTask {

    private static final Logger log = LoggerFactory.getLogger(SharedTask.class);

    private final String name;
    private final ScheduledExecutorService scheduler;
    private final SerialQueue queue;
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean due;
    private @Nullable Future<?> next;

    SharedTask(String name, ScheduledExecutorService scheduler, Executor executor) {
        this.name = name;
        this.scheduler = scheduler;
        this.queue = new SerialQueue(executor, 1);
    }

    synchronized Task join(Duration delay, Runnable work) {
        Candidate candidate = new Candidate(delay, work);
        candidates.add(candidate);
        wake();
        return candidate;
    }

    /** Asks for a run as soon as possible; one that is asked for already covers it. */
    private synchronized void wake() {
        if (!due && !candidates.isEmpty()) {
            due = true;
            queue.force(this::run);
        }
    }

    private void run() {
        Candidate runner;
        synchronized (this) {
            due = false;
            if (candidates.isEmpty()) {
                return;
            }
            runner = candidates.get(0);
        }
        try {
            runner.work.run();
        } catch (RuntimeException e) {
            log.warn("The task {} failed; it runs again", name, e);
        }
        schedule(runner.delay);
    }

    private synchronized void schedule(Duration delay) {
        if (next != null) {
            next.cancel(false);
        }
        if (!candidates.isEmpty() && !scheduler.isShutdown()) {
            next = scheduler.schedule(this::wake, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void leave(Candidate candidate) {
        if (candidates.remove(candidate)) {
            wake();
        }
    }

    /** One node's part in the task. */
    private final class Candidate implements Task {

        private final Duration delay;
        private final Runnable work;

        private Candidate(Duration delay, Runnable work) {
            this.delay = delay;
            this.work = work;
        }

        @Override
        public void wake() {
            SharedTask.this.wake();
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
