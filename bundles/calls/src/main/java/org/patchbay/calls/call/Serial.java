package org.patchbay.calls.call;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.patchbay.api.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks one after the other, in order, on threads that many share. Thread-safe. */
public final class Serial implements Executor {

    private static final Logger log = LoggerFactory.getLogger(Serial.class);
    private static final int MOST = 1_000;

    private final Executor threads;
    private final Consumer<Throwable> failed;
    private final BooleanSupplier quick;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /**
     * Nothing is done yet.
     *
     * @param failed hears of each task that failed, in its place
     * @param quick whether what comes now has nothing to wait for; asked in the order of the tasks
     */
    Serial(Executor threads, Consumer<Throwable> failed, BooleanSupplier quick) {
        this.threads = threads;
        this.failed = failed;
        this.quick = quick;
    }

    /** LIMITED when too much waits already. */
    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            if (waiting.size() >= MOST) {
                throw Problem.LIMITED.because("Too much happens in this call");
            }
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::drain);
    }

    /**
     * Runs a quick task on the thread that calls, if nothing goes on; what comes meanwhile goes on other threads. Otherwise
     * as {@link #execute}.
     */
    void executeHere(Runnable task) {
        synchronized (waiting) {
            if (running || !quick.getAsBoolean()) {
                execute(task);
                return;
            }
            running = true;
        }
        run(task);
        synchronized (waiting) {
            running = !waiting.isEmpty();
            if (!running) {
                return;
            }
        }
        threads.execute(this::drain);
    }

    private void fail(Throwable error) {
        try {
            failed.accept(error);
        } catch (RuntimeException e) {
            log.error("What failed could not be put right", e);
        }
    }

    private void drain() {
        while (true) {
            Runnable next;
            synchronized (waiting) {
                if (waiting.isEmpty()) {
                    running = false;
                    return;
                }
                next = waiting.remove();
            }
            run(next);
        }
    }

    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }
}
