package org.patchbay.media.forwarding;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.ice4j.util.Buffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for a conference: packets, at most {@link #CAPACITY}, tasks, and the tick. One thread at a time works it off,
 * a batch at a time, so that conferences take turns. That is the thread that left a packet while it has time to spare, for
 * waking another costs more than forwarding; else one of the executor. Thread-safe.
 */
final class Mailbox {

    static final int CAPACITY = 1_024;

    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final int BATCH = 64;

    private final Executor executor;
    private final SpareTime spareTime;
    private final Handler handler;
    private final Runnable work = this::work;
    private final @Nullable Endpoint[] senders = new Endpoint[CAPACITY];
    private final @Nullable Buffer[] buffers = new Buffer[CAPACITY];
    private final long[] arrivals = new long[CAPACITY];
    private final @Nullable Endpoint[] batchSenders = new Endpoint[BATCH];
    private final @Nullable Buffer[] batchBuffers = new Buffer[BATCH];
    private final long[] batchArrivals = new long[BATCH];
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private int head;
    private int size;
    private boolean tick;
    private boolean working;
    private boolean closed;

    Mailbox(Executor executor, SpareTime spareTime, Handler handler) {
        this.executor = executor;
        this.spareTime = spareTime;
        this.handler = handler;
    }

    /** Does the work; called by one thread at a time. */
    interface Handler {

        void onPacket(Endpoint from, Buffer buffer, long arrival);

        void onTick(long now);
    }

    /** Leaves a packet; false if too many wait. */
    boolean offer(Endpoint from, Buffer buffer, long arrival) {
        synchronized (tasks) {
            if (closed || size == CAPACITY) {
                return false;
            }
            int slot = (head + size++) % CAPACITY;
            senders[slot] = from;
            buffers[slot] = buffer;
            arrivals[slot] = arrival;
            if (working) {
                return true;
            }
            working = true;
        }
        if (!spareTime.spend(work)) {
            executor.execute(work);
        }
        return true;
    }

    /** Leaves a task; tasks go before packets. False if the mailbox is closed. */
    boolean execute(Runnable task) {
        synchronized (tasks) {
            if (closed) {
                return false;
            }
            tasks.add(task);
            if (working) {
                return true;
            }
            working = true;
        }
        executor.execute(work);
        return true;
    }

    /** Takes nothing more; what waits is still done. */
    void close() {
        synchronized (tasks) {
            closed = true;
        }
    }

    /** Asks for a tick; several in a row are one. */
    void tick() {
        synchronized (tasks) {
            tick = true;
            if (working || closed) {
                return;
            }
            working = true;
        }
        executor.execute(work);
    }

    private void work() {
        runTasks();
        int count = takeBatch();
        for (int i = 0; i < count; i++) {
            handlePacket(i);
        }
        boolean due;
        synchronized (tasks) {
            due = tick;
            tick = false;
        }
        if (due) {
            handleTick();
        }
        synchronized (tasks) {
            if (tasks.isEmpty() && (closed || (size == 0 && !tick))) {
                working = false;
                return;
            }
        }
        executor.execute(work);
    }

    private void runTasks() {
        while (true) {
            Runnable task;
            synchronized (tasks) {
                task = tasks.poll();
            }
            if (task == null) {
                return;
            }
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("A task of a conference failed", e);
            }
        }
    }

    private int takeBatch() {
        synchronized (tasks) {
            int count = Math.min(size, BATCH);
            for (int i = 0; i < count; i++) {
                batchSenders[i] = senders[head];
                batchBuffers[i] = buffers[head];
                batchArrivals[i] = arrivals[head];
                senders[head] = null;
                buffers[head] = null;
                head = (head + 1) % CAPACITY;
            }
            size -= count;
            return count;
        }
    }

    private void handlePacket(int index) {
        Endpoint from = batchSenders[index];
        Buffer buffer = batchBuffers[index];
        batchSenders[index] = null;
        batchBuffers[index] = null;
        try {
            if (from != null && buffer != null) {
                handler.onPacket(from, buffer, batchArrivals[index]);
            }
        } catch (RuntimeException e) {
            log.debug("A packet could not be handled", e);
        }
    }

    private void handleTick() {
        try {
            handler.onTick(System.nanoTime());
        } catch (RuntimeException e) {
            log.error("The tick of a conference failed", e);
        }
    }
}
