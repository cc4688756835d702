package org.patchbay.scripting.worker;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a script has used in the present minute. Confined to the thread that runs the script. */
final class Budget {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Limits limits;
    private long minuteEnd = System.nanoTime() + MINUTE;
    private long cpuNanos;
    private long allocated;

    Budget(Limits limits) {
        this.limits = limits;
    }

    /** Counts a run; answers what is used up. */
    Optional<String> spend(long runCpuNanos, long runAllocated) {
        long now = System.nanoTime();
        if (now >= minuteEnd) {
            minuteEnd = now + MINUTE;
            cpuNanos = 0;
            allocated = 0;
        }
        cpuNanos += runCpuNanos;
        allocated += runAllocated;
        if (cpuNanos > limits.minuteCpuMillis() * 1_000_000) {
            return Optional.of("more than " + limits.minuteCpuMillis() + " ms of CPU time in a minute");
        }
        if (allocated > limits.minuteAllocationMiB() << 20) {
            return Optional.of("more than " + limits.minuteAllocationMiB() + " MiB allocated in a minute");
        }
        return Optional.empty();
    }

    long nanosLeft() {
        return Math.max(0, minuteEnd - System.nanoTime());
    }
}
