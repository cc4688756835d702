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

    private static final Duration END = Duration.ofSeconds(5);

    private final String name;
    private final ScheduledExecutorService scheduler;
    private final SerialQueue queue;
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean due;
    private @Nullable Candidate running;
    private @Nullable Thread runner;
    private @Nullable Future<?> later;

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
        Candidate candidate = next();
        if (candidate == null) {
            return;
        }
        try {
            candidate.work.run();
        } catch (RuntimeException e) {
            log.warn("The task {} failed; it runs again", name, e);
        } finally {
            ended();
        }
        schedule(candidate.delay);
    }

    private synchronized @Nullable Candidate next() {
        due = false;
        running = candidates.isEmpty() ? null : candidates.get(0);
        runner = Thread.currentThread();
        return running;
    }

    private synchronized void ended() {
        running = null;
        notifyAll();
    }

    private synchronized void schedule(Duration delay) {
        if (later != null) {
            later.cancel(false);
        }
        if (!candidates.isEmpty() && !scheduler.isShutdown()) {
            later = scheduler.schedule(this::wake, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void leave(Candidate candidate) {
        if (candidates.remove(candidate)) {
            wake();
            awaitEnd(candidate);
        }
    }

    /** Who closes its task can close what the task uses; a task may close itself. */
    private void awaitEnd(Candidate candidate) {
        long deadline = System.nanoTime() + END.toNanos();
        try {
            while (running == candidate && runner != Thread.currentThread() && System.nanoTime() < deadline) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
