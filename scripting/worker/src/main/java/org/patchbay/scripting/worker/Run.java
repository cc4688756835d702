package org.patchbay.scripting.worker;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One stay of a thread in a script's context, and what it costs. Measured by the watchdog from its own thread. */
final class Run {

    static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long WALL_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final HostedScript script;
    private final long event;
    private final long cpuLimitNanos;
    private final long allocationLimit;
    private final long thread = Thread.currentThread().getId();
    private final long startNanos = System.nanoTime();
    private final long startCpu = THREADS.getCurrentThreadCpuTime();
    private final long startAllocated = THREADS.getCurrentThreadAllocatedBytes();
    private volatile @Nullable String reason;
    private volatile long stopNanos;
    private boolean doubted;

    /**
     * Begins.
     *
     * @param event the number of the only event handled, or 0
     */
    Run(HostedScript script, long event, long cpuLimitMillis, long allocationLimitMiB) {
        this.script = script;
        this.event = event;
        this.cpuLimitNanos = cpuLimitMillis * 1_000_000;
        this.allocationLimit = allocationLimitMiB << 20;
    }

    HostedScript script() {
        return script;
    }

    long event() {
        return event;
    }

    /** What is used up, if anything. */
    Optional<String> excess() {
        if (THREADS.getThreadCpuTime(thread) - startCpu > cpuLimitNanos) {
            return Optional.of("more than " + cpuLimitNanos / 1_000_000 + " ms of CPU time at once");
        }
        if (allocated() > allocationLimit) {
            return Optional.of("more than " + (allocationLimit >> 20) + " MiB allocated at once");
        }
        if (elapsedNanos() > WALL_NANOS) {
            return Optional.of("more than " + WALL_NANOS / 1_000_000_000 + " s at once");
        }
        return Optional.empty();
    }

    long allocated() {
        return THREADS.getThreadAllocatedBytes(thread) - startAllocated;
    }

    /** CPU time so far, asked from the thread of the run. */
    long cpuNanos() {
        return THREADS.getCurrentThreadCpuTime() - startCpu;
    }

    long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }

    /** Notes why the run is being stopped; only the first reason counts. */
    void stopping(String why) {
        if (reason == null) {
            stopNanos = System.nanoTime();
            reason = why;
        }
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** How long the run has gone on after it was stopped. */
    long overtimeNanos() {
        return reason == null ? 0 : System.nanoTime() - stopNanos;
    }

    /** Whether this is asked for the first time; of the watchdog's thread alone. */
    boolean doubt() {
        boolean first = !doubted;
        doubted = true;
        return first;
    }
}
