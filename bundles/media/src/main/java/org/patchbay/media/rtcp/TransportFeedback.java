package org.patchbay.media.rtcp;

import java.util.Arrays;
import org.patchbay.media.rtp.BigEndian;
import org.patchbay.media.rtp.SequenceNumber;

/**
 * Notes when packets arrived and reports it to their sender, which estimates its bandwidth by it
 * (draft-holmer-rmcat-transport-wide-cc-extensions-01, section 3.1). Not thread-safe.
 */
public final class TransportFeedback {

    /** The most bytes that one report takes. */
    static final int MAX_LENGTH = 1_000;

    private static final int MAX_PACKETS = 400;
    private static final int WINDOW = 4_096;
    private static final long TICK_NANOS = 250_000;
    private static final long REFERENCE_NANOS = 64_000_000;
    private static final int LOST = 0;
    private static final int SMALL_DELTA = 1;
    private static final int LARGE_DELTA = 2;

    private final long[] arrivals = new long[WINDOW];
    private final long[] sequences = new long[WINDOW];
    private final byte[] symbols = new byte[MAX_PACKETS];
    private final short[] deltas = new short[MAX_PACKETS];
    private final long epoch;
    private long highest = -1;
    private long nextToReport;
    private int feedbackCount;

    /** The epoch is any moment before the first packet, in nanoseconds. */
    public TransportFeedback(long epoch) {
        this.epoch = epoch;
        Arrays.fill(sequences, -1);
    }

    /** Notes the arrival of a packet with a transport-wide sequence number. */
    public void onPacket(int sequence, long now) {
        long number = highest < 0 ? sequence + 0x1_0000L : SequenceNumber.unwrap(sequence, highest);
        boolean tooOld = highest >= 0 && highest - number >= WINDOW;
        if (tooOld) {
            return;
        }
        if (highest < 0 || number - nextToReport >= WINDOW) {
            nextToReport = number;
        }
        highest = Math.max(highest, number);
        nextToReport = Math.min(nextToReport, number);
        int slot = (int) (number % WINDOW);
        sequences[slot] = number;
        arrivals[slot] = now - epoch;
    }

    /** Whether there is anything to report. */
    public boolean pending() {
        return highest >= nextToReport;
    }

    /** Writes a report of at most {@link #MAX_LENGTH} bytes and answers where it ends; nothing if nothing is pending. */
    int write(byte[] out, int at, int senderSsrc, int mediaSsrc) {
        long first = nextToReport;
        while (first <= highest && !arrived(first)) {
            first++;
        }
        if (first > highest) {
            return at;
        }
        long reference = arrivals[(int) (first % WINDOW)] / REFERENCE_NANOS;
        int count = collect(nextToReport, reference * REFERENCE_NANOS / TICK_NANOS);
        BigEndian.put32(out, at + 4, senderSsrc);
        BigEndian.put32(out, at + 8, mediaSsrc);
        BigEndian.put16(out, at + 12, (int) nextToReport);
        BigEndian.put16(out, at + 14, count);
        BigEndian.put24(out, at + 16, (int) reference);
        out[at + 19] = (byte) feedbackCount++;
        int end = writeDeltas(out, writeChunks(out, at + 20, count), count);
        int padding = -(end - at) & 3;
        for (int i = 0; i < padding; i++) {
            out[end++] = (byte) (i == padding - 1 ? padding : 0);
        }
        out[at] = (byte) (0x80 | (padding > 0 ? 0x20 : 0) | RtcpReader.TRANSPORT_CC);
        out[at + 1] = (byte) RtcpReader.TRANSPORT_FEEDBACK;
        BigEndian.put16(out, at + 2, (end - at) / 4 - 1);
        nextToReport += count;
        return end;
    }

    private boolean arrived(long number) {
        return sequences[(int) (number % WINDOW)] == number;
    }

    /** Fills symbols and deltas from a number on, until the last, the limit, or a delta that does not fit. */
    private int collect(long from, long referenceTicks) {
        int count = 0;
        long previous = referenceTicks;
        for (long number = from; number <= highest && count < MAX_PACKETS; number++) {
            if (!arrived(number)) {
                symbols[count++] = LOST;
                continue;
            }
            long ticks = arrivals[(int) (number % WINDOW)] / TICK_NANOS;
            long delta = ticks - previous;
            if (delta != (short) delta) {
                break;
            }
            previous = ticks;
            symbols[count] = (byte) (delta >= 0 && delta <= 255 ? SMALL_DELTA : LARGE_DELTA);
            deltas[count++] = (short) delta;
        }
        return count;
    }

    private int writeChunks(byte[] out, int start, int count) {
        int at = start;
        int index = 0;
        while (index < count) {
            int run = 1;
            while (index + run < count && symbols[index + run] == symbols[index]) {
                run++;
            }
            if (run >= 7) {
                BigEndian.put16(out, at, (symbols[index] << 13) | run);
                index += run;
            } else {
                int vector = 0xC000;
                for (int i = 0; i < 7 && index < count; i++) {
                    vector |= symbols[index++] << (12 - 2 * i);
                }
                BigEndian.put16(out, at, vector);
            }
            at += 2;
        }
        return at;
    }

    private int writeDeltas(byte[] out, int start, int count) {
        int at = start;
        for (int i = 0; i < count; i++) {
            if (symbols[i] == SMALL_DELTA) {
                out[at++] = (byte) deltas[i];
            } else if (symbols[i] == LARGE_DELTA) {
                BigEndian.put16(out, at, deltas[i]);
                at += 2;
            }
        }
        return at;
    }
}
