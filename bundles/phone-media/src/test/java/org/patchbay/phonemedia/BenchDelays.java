package org.patchbay.phonemedia;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** How long packets were on their way, in one or more runs. Packets are told by any thread, runs by one. */
final class BenchDelays {

    private final long[] nanos;
    private final AtomicInteger heard = new AtomicInteger();
    private long sent;
    private long stoodStill;

    /** For at most so many packets; those beyond are counted alone. */
    BenchDelays(int most) {
        nanos = new long[most];
    }

    void heard(long delay) {
        int at = heard.getAndIncrement();
        if (at < nanos.length) {
            nanos[at] = delay;
        }
    }

    void sent(long packets) {
        sent += packets;
    }

    /** Who sends was kept from it for so many nanoseconds. */
    void stoodStill(long delay) {
        stoodStill += delay;
    }

    long heard() {
        return heard.get();
    }

    long sent() {
        return sent;
    }

    double lossPercent() {
        return 100.0 * (sent - heard()) / Math.max(1, sent);
    }

    long stoodStillMillis() {
        return stoodStill / 1_000_000;
    }

    /** The delay in microseconds that so much of the packets, 0 to 1, did not exceed. */
    long micros(double part) {
        int count = (int) Math.min(nanos.length, heard());
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (count * part))] / 1_000;
    }
}
