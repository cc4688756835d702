package org.patchbay.scripting.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * How long things take from being offered to their answer, at a steady pace, in windows of a second. A machine that
 * gives its processors away for some milliseconds spoils the windows it does that in and leaves the others alone, so the
 * figures are those of the window in the middle. One thread offers, another tells what came back.
 */
final class Pace {

    static final int A_SECOND = 5_000;

    /** In microseconds: of the window in the middle by its p99, and the longest of all. */
    record Latency(long p50, long p99, long longest) {}

    private final LongConsumer offer;
    private final List<long[]> windows = new ArrayList<>();
    private final long[] sent = new long[A_SECOND];
    private final long[] back = new long[A_SECOND];
    private volatile long first = Long.MAX_VALUE;
    private volatile long last;

    /** The consumer gets the number of what is to be offered, one more each time. */
    Pace(LongConsumer offer) {
        this.offer = offer;
    }

    /** Whether a second is being measured. */
    boolean waiting() {
        return first != Long.MAX_VALUE;
    }

    /** Takes note of the answer to what was offered under this number. */
    void answered(long number) {
        long begun = first;
        if (number >= begun) {
            back[(int) (number - begun)] = System.nanoTime();
            last = number;
        }
    }

    /** Offers for a second from this number on, and answers which number is next. */
    long second(long number) {
        first = number;
        long end = number + A_SECOND;
        long begun = System.nanoTime();
        for (int i = 0; i < A_SECOND; i++) {
            long due = begun + i * (1_000_000_000L / A_SECOND);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            sent[i] = System.nanoTime();
            offer.accept(number + i);
        }
        while (last < end - 1) {
            LockSupport.parkNanos(100_000);
        }
        first = Long.MAX_VALUE;
        long[] micros = new long[A_SECOND];
        Arrays.setAll(micros, i -> (back[i] - sent[i]) / 1_000);
        Arrays.sort(micros);
        windows.add(micros);
        return end;
    }

    /** Forgets what was measured so far: it was to warm up. */
    void warm() {
        windows.clear();
    }

    Latency latency() {
        windows.sort((a, b) -> Long.compare(p99(a), p99(b)));
        long[] middle = windows.get(windows.size() / 2);
        long longest =
                windows.stream().mapToLong(all -> all[A_SECOND - 1]).max().orElseThrow();
        return new Latency(middle[A_SECOND / 2], p99(middle), longest);
    }

    private static long p99(long[] sorted) {
        return sorted[A_SECOND * 99 / 100];
    }
}
