package org.patchbay.scripting.worker;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/** One loading of a script: its context, its waiting work and its limits. One thread at a time works in it. */
final class HostedScript {

    /** Contexts of a new JVM are slow to load, so loading may take this many times as long as a run. */
    private static final int LOAD_FACTOR = 5;

    private final int handle;
    private final Limits limits;
    private final Sandbox sandbox;
    private final Watchdog watchdog;
    private final Outbox outbox;
    private final Executor threads;
    private final ScheduledExecutorService clock;
    private final ExecutorService closers;
    private final Inbox inbox;
    private final Budget budget;
    private final LogGate log;
    private final Timers timers;
    private final Bridge bridge;
    private final Context context;
    private final java.io.OutputStream warnings;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean dead;
    private @Nullable Guest guest;

    HostedScript(int handle, String source, int careful, Worker.Surroundings around) {
        this.handle = handle;
        limits = around.limits();
        sandbox = around.sandbox();
        watchdog = around.watchdog();
        outbox = around.outbox();
        threads = around.threads();
        clock = around.clock();
        closers = around.closers();
        inbox = new Inbox(careful);
        budget = new Budget(limits);
        log = new LogGate(handle, limits.minuteLogLines(), outbox);
        timers = new Timers(clock, id -> add(new Work.Fire(id)));
        bridge = new Bridge(handle, outbox, log, timers);
        warnings = bridge.warnings();
        context = sandbox.context(source, warnings);
    }

    int handle() {
        return handle;
    }

    void add(Work work) {
        if (!dead && inbox.add(work)) {
            wake();
        }
    }

    private void wake() {
        if (working.compareAndSet(false, true)) {
            threads.execute(this::work);
        }
    }

    /** Stops the script for good, also in the middle of a run. */
    void close() {
        dead = true;
        timers.stopAll();
        closers.execute(() -> context.close(true));
    }

    private void work() {
        boolean go = true;
        while (go && !dead && !inbox.isEmpty()) {
            go = inbox.next().map(this::single).orElseGet(this::batch);
        }
        if (go) {
            working.set(false);
            if (!inbox.isEmpty() && !dead) {
                wake();
            }
        }
    }

    private boolean batch() {
        var events = inbox.events();
        var run = new Run(this, events.single(), limits.runCpuMillis(), limits.runAllocationMiB());
        boolean go = enter(run, guest -> guest.deliver(events));
        inbox.took(run.elapsedNanos());
        return go;
    }

    private boolean single(Work work) {
        int factor = work instanceof Work.Load ? LOAD_FACTOR : 1;
        var run = new Run(this, 0, limits.runCpuMillis() * factor, limits.runAllocationMiB() * factor);
        return enter(run, guest -> {
            if (work instanceof Work.Load) {
                guest.load();
            } else if (work instanceof Work.Settle settle) {
                guest.settle(settle.call(), settle.ok(), settle.json());
            } else if (work instanceof Work.Fire fire) {
                guest.fire(fire.timer());
            }
        });
    }

    /** Answers whether to go on with the next work at once. */
    private boolean enter(Run run, Consumer<Guest> action) {
        watchdog.began(run);
        try {
            var entered = guest();
            entered.resetLimits();
            action.accept(entered);
            var finished = entered.collect();
            if (!finished.isEmpty()) {
                outbox.send(Message.of(Kind.DONE, handle, finished));
            }
            warnings.flush();
        } catch (PolyglotException e) {
            failed(run, e);
        } catch (OutOfMemoryError e) {
            watchdog.exhausted(run);
            over(run, "");
        } catch (java.io.IOException | IllegalStateException e) {
            over(run, String.valueOf(e.getMessage()));
        } finally {
            watchdog.ended(run);
        }
        return budget.spend(run.cpuNanos(), run.allocated()).map(this::pause).orElse(true);
    }

    private Guest guest() {
        var present = guest;
        if (present == null) {
            present = sandbox.guest(context, bridge, limits);
            guest = present;
        }
        return present;
    }

    private void failed(Run run, PolyglotException e) {
        if (e.isResourceExhausted() && run.reason().isEmpty() && !e.isCancelled()) {
            watchdog.exhausted(run);
        }
        if (e.isCancelled() || e.isResourceExhausted() || e.isInternalError()) {
            over(run, e.isInternalError() ? "a fault of the script engine: " + e.getMessage() : reason(e));
        } else {
            log.line("ERROR", Trace.tidy(String.valueOf(e.getMessage())));
        }
    }

    private String reason(PolyglotException e) {
        return e.isResourceExhausted() ? "more than " + limits.runStatements() + " statements at once" : "";
    }

    private void over(Run run, String otherwise) {
        boolean unloaded = dead && run.reason().isEmpty();
        if (!unloaded) {
            outbox.send(new Message(Kind.OVER, handle, run.event(), run.reason().orElse(otherwise)));
        }
        close();
    }

    private boolean pause(String reason) {
        if (dead) {
            return false;
        }
        outbox.send(Message.of(Kind.SPENT, handle, reason));
        var unused = clock.schedule(() -> threads.execute(this::work), budget.nanosLeft(), TimeUnit.NANOSECONDS);
        return false;
    }
}
