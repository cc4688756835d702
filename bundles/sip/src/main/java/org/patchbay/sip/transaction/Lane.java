package org.patchbay.sip.transaction;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All the work of some calls, in order and one thing at a time: what belongs to a Call-ID is only ever touched in its lane, so
 * that nothing needs a lock. A thread of its own does what waits and keeps the timers. Who has something to do while the lane
 * rests may do it here and now instead, which spares the waking of that thread. Both queues are bounded; whatever is thrown,
 * the lane goes on. Thread-safe but for {@link #after}.
 */
public final class Lane implements Executor, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final int MOST_COMMANDS = 65_536;
    private static final int BATCH = 64;
    private static final long TICK_NANOS = TimerWheel.TICK * 1_000_000;
    private static final long IDLE_NANOS = 1_000_000_000;

    private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> commands = new ConcurrentLinkedQueue<>();
    /** What the work in hand does next; touched by who has the turn. */
    private final Queue<Runnable> next = new ArrayDeque<>();

    private final ReentrantLock turn = new ReentrantLock();
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

    /**
     * Does the work of a message now, on the thread that calls, if nothing waits and nobody else is at work; whether it did.
     * Who calls holds no lock, and what is done neither waits nor takes long.
     */
    boolean doNow(Runnable work) {
        if (!messages.isEmpty() || !commands.isEmpty() || !turn.tryLock()) {
            return false;
        }
        boolean free;
        boolean timed = false;
        try {
            free = messages.isEmpty() && commands.isEmpty();
            if (free) {
                timed = work(work);
            }
        } finally {
            turn.unlock();
        }
        if (timed || !commands.isEmpty()) {
            wake();
        }
        return free;
    }

    /** Whether there are timers now, and were none before. */
    private boolean work(Runnable work) {
        boolean untimed = wheel.size() == 0;
        run(work);
        doNext();
        return untimed && wheel.size() > 0;
    }

    /** Does something on a leg in its turn: after the work in hand of the thread that calls, or now as {@link #doNow} says. */
    public void executeSoon(Runnable command) {
        if (isHere() && commands.isEmpty() && next.size() < MOST_COMMANDS) {
            next.add(command);
        } else if (isHere() || !doNow(command)) {
            execute(command);
        }
    }

    /** Does something in its turn, on the lane's own thread. */
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
        return turn.isHeldByCurrentThread();
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }

    private void wake() {
        if (parked && !isHere()) {
            LockSupport.unpark(thread);
        }
    }

    private void work() {
        while (!closed) {
            try {
                if (takeTurn() == 0) {
                    rest();
                }
            } catch (Throwable e) { // A lane that ends is a server that is deaf.
                survive(e);
            }
        }
    }

    private int takeTurn() {
        turn.lock();
        try {
            doNext(); // Should an error have left something.
            int worked = drain(commands, waitingCommands) + drain(messages, waitingMessages);
            wheel.advance(now());
            doNext();
            return worked;
        } finally {
            turn.unlock();
        }
    }

    private int drain(Queue<Runnable> queue, AtomicInteger waiting) {
        int count = 0;
        for (; count < BATCH; count++) {
            Runnable first = queue.poll();
            if (first == null) {
                break;
            }
            waiting.decrementAndGet();
            run(first);
            doNext();
        }
        return count;
    }

    private void doNext() {
        for (Runnable first = next.poll(); first != null; first = next.poll()) {
            run(first);
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("A message could not be handled", e);
        }
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
        long longest = isTimed() ? TICK_NANOS : IDLE_NANOS;
        if (messages.isEmpty() && commands.isEmpty() && !closed) {
            LockSupport.parkNanos(this, longest);
        }
        parked = false;
    }

    private boolean isTimed() {
        turn.lock();
        try {
            return wheel.size() > 0;
        } finally {
            turn.unlock();
        }
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
