package org.patchbay.recordings.film.rtp;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts the packets of one SSRC in order (RFC 3550, appendix A.1). A missing one is waited for until {@link #CAPACITY}
 * packets or {@link #PATIENCE_NANOS} later ones are there; each packet goes out once. Not thread-safe.
 */
public final class JitterBuffer {

    static final int CAPACITY = 512;
    static final long PATIENCE_NANOS = 1_000_000_000;

    /** A jump of the numbers as far as this is a sender that began anew. */
    private static final int FAR = 3_000;

    private final @Nullable RtpView[] waiting = new RtpView[CAPACITY];
    private final BiConsumer<RtpView, Boolean> ordered;
    private int next = -1;
    private int count;
    private boolean gap;

    /** Gives each packet to that, and whether others are missing just before it. */
    public JitterBuffer(BiConsumer<RtpView, Boolean> ordered) {
        this.ordered = ordered;
    }

    public void add(RtpView packet) {
        if (next < 0) {
            next = packet.sequence();
        }
        int ahead = (short) (packet.sequence() - next);
        if (Math.abs(ahead) > FAR) {
            flush();
            next = packet.sequence();
            gap = true;
            ahead = 0;
        }
        if (ahead < 0) {
            return; // too late, or a second time
        }
        while (ahead >= CAPACITY) {
            giveUpOne();
            ahead = (short) (packet.sequence() - next);
        }
        int slot = packet.sequence() % CAPACITY;
        if (waiting[slot] == null) {
            waiting[slot] = packet;
            count++;
        }
        release();
        while (count > 0 && packet.arrivalNanos() - firstArrival() > PATIENCE_NANOS) {
            giveUpOne();
        }
    }

    /** Lets out all that waits. */
    public void flush() {
        while (count > 0) {
            giveUpOne();
        }
        next = -1;
    }

    private void giveUpOne() {
        do {
            next = (next + 1) & 0xFFFF;
        } while (count > 0 && waiting[next % CAPACITY] == null);
        gap = true;
        release();
    }

    private void release() {
        for (RtpView packet = waiting[next % CAPACITY]; packet != null; packet = waiting[next % CAPACITY]) {
            waiting[next % CAPACITY] = null;
            count--;
            next = (next + 1) & 0xFFFF;
            boolean afterGap = gap;
            gap = false;
            ordered.accept(packet, afterGap);
        }
    }

    /** When the first of those came that wait. */
    private long firstArrival() {
        int at = next;
        RtpView packet = waiting[at % CAPACITY];
        while (packet == null) {
            at++;
            packet = waiting[at % CAPACITY];
        }
        return packet.arrivalNanos();
    }
}
