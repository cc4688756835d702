package org.patchbay.sip.transaction;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does all the work of some calls, in order: what belongs to a Call-ID is only ever touched in its lane, so
 * that nothing needs a lock. Both queues are bounded; whatever is thrown, the lane goes on. Thread-safe but for {@link #after}.
 */
public final class Lane implements Executor, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final int MOST_COMMANDS = 65_536;
    private static final int BATCH = 64;
    private static final long TICK_NANOS = TimerWheel.TICK * 1_000_000;
    private static final long IDLE_NANOS = 1_000_000_000;

    private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waitingMessages = new AtomicInteger();
    private final AtomicInteger waitingCommands = new AtomicInteger();
    private final int capacity;
    private final TimerWheel wheel = new TimerWheel(now());
    private final Thread thread;
    private volatile boolean parked;
    private volatile boolean closed;

    /** The capacity is of messages that wait. */
    public Lane(String name, int capacity) {
        this.capacity = capacity;
        this.thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes the work of a message that came in, if so much room is left of a hundred parts. */
    boolean offer(Runnable work, int percent) {
        if (waitingMessages.get() >= capacity / 100.0 * percent) {
            return false;
        }
        waitingMessages.incrementAndGet();
        messages.add(work);
        wake();
        return true;
    }

    /** Does something on a leg in its turn. */
    @Override
    public void execute(Runnable command) {
        if (waitingCommands.incrementAndGet() > MOST_COMMANDS) {
            waitingCommands.decrementAndGet();
            log.error("A lane has too much to do, something on a call is lost");
            return;
        }
        commands.add(command);
        wake();
    }

    /** Runs the action later in this lane; called in it. */
    public Timer after(long millis, Runnable action) {
        return wheel.after(now(), millis, action);
    }

    /** Whether the caller is in this lane. */
    public boolean isHere() {
        return Thread.currentThread() == thread;
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private void wake() {
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    private void work() {
        while (!closed) {
            try {
                int worked = drain(commands, waitingCommands) + drain(messages, waitingMessages);
                wheel.advance(now());
                if (worked == 0) {
                    rest();
                }
            } catch (Throwable e) { // A lane that ends is a server that is deaf.
                survive(e);
            }
        }
    }

    private static int drain(Queue<Runnable> queue, AtomicInteger waiting) {
        int count = 0;
        for (; count < BATCH; count++) {
            Runnable next = queue.poll();
            if (next == null) {
                break;
            }
            waiting.decrementAndGet();
            try {
                next.run();
            } catch (RuntimeException e) {
                log.error("A message could not be handled", e);
            }
        }
        return count;
    }

    private static void survive(Throwable e) {
        try {
            log.error("A lane goes on after an error", e);
        } catch (Throwable again) {
            Thread.onSpinWait(); // Not even enough memory to say so.
        }
    }

    private void rest() {
        parked = true;
        if (messages.isEmpty() && commands.isEmpty() && !closed) {
            LockSupport.parkNanos(this, wheel.size() == 0 ? IDLE_NANOS : TICK_NANOS);
        }
        parked = false;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
