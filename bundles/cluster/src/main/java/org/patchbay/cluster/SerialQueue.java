package org.patchbay.cluster;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what it is given one at a time and in order, on the threads of an executor; bounded. */
final class SerialQueue {

    private static final Logger log = LoggerFactory.getLogger(SerialQueue.class);

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
            executor.execute(this::runOne);
        }
    }

    /** Whether nothing waits; asked by work that runs, whether it is the last. */
    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    private void runOne() {
        Runnable work;
        synchronized (this) {
            work = waiting.remove();
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("Queued work failed", e);
        } finally {
            next();
        }
    }

    /** Goes back to the end of the executor's line, so that nobody is starved. */
    private synchronized void next() {
        running = !waiting.isEmpty();
        if (running) {
            executor.execute(this::runOne);
        }
    }
}
