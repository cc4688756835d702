package org.patchbay.cluster;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what it is given one at a time and in order, on the threads of an executor; bounded. */
final class SerialQueue {

    private static final Logger log = LoggerFactory.getLogger(SerialQueue.class);
    private static final int AT_A_TURN = 32;

    private final Executor executor;
    private final int capacity;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    SerialQueue(Executor executor, int capacity) {
        this.executor = executor;
        this.capacity = capacity;
    }

    /** Takes the work, unless as many as the capacity wait already. */
    synchronized boolean offer(Runnable work) {
        if (waiting.size() >= capacity) {
            return false;
        }
        force(work);
        return true;
    }

    /** Takes the work even when the queue is full. */
    synchronized void force(Runnable work) {
        waiting.add(work);
        if (!running) {
            running = true;
            executor.execute(this::runSome);
        }
    }

    /** Whether nothing waits; asked by work that runs, whether it is the last. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void runSome() {
        for (int i = 0; i < AT_A_TURN; i++) {
            Runnable work = next();
            if (work == null) {
                return;
            }
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                log.warn("Queued work failed", e);
            }
        }
        // Goes back to the end of the executor's line, so that nobody is starved.
        executor.execute(this::runSome);
    }

    private synchronized @Nullable Runnable next() {
        Runnable work = waiting.poll();
        running = work != null;
        return work;
    }
}
