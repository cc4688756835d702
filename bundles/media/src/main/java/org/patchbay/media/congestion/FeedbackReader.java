package org.patchbay.media.congestion;

import org.patchbay.media.rtp.BigEndian;

/**
 * Reads transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01, section 3.1), never past its end. Not
 * thread-safe.
 */
public final class FeedbackReader {

    /** No report speaks of more packets. */
    static final int MAX_PACKETS = 4_096;

    private static final int HEADER = 20;
    private static final int LOST = 0;
    private static final int SMALL_DELTA = 1;
    private static final int LARGE_DELTA = 2;
    private static final long TICK_NANOS = 250_000;
    private static final int TICKS_PER_REFERENCE = 256;

    private final byte[] symbols = new byte[MAX_PACKETS];
    private boolean begun;
    private long reference;

    /** Hears of each packet of a report, in order of sending. */
    public interface Listener {

        /** A packet arrived; the receiver's clock has any epoch. */
        void arrived(int sequence, long nanos);

        void lost(int sequence);
    }

    /** Reads one RTCP packet; what is malformed is not read to its end. */
    public void read(byte[] buffer, int offset, int length, Listener listener) {
        if (length < HEADER) {
            return;
        }
        int base = BigEndian.get16(buffer, offset + 12);
        int count = Math.min(BigEndian.get16(buffer, offset + 14), MAX_PACKETS);
        int end = offset + length;
        int at = readChunks(buffer, offset + HEADER, end, count);
        if (at < 0) {
            return;
        }
        long ticks = unwrap(BigEndian.get24(buffer, offset + 16)) * TICKS_PER_REFERENCE;
        for (int i = 0; i < count; i++) {
            int sequence = (base + i) & 0xFFFF;
            int symbol = symbols[i];
            if (symbol == LOST) {
                listener.lost(sequence);
                continue;
            }
            int size = symbol == SMALL_DELTA ? 1 : 2;
            if (symbol > LARGE_DELTA || at + size > end) {
                return;
            }
            ticks += size == 1 ? BigEndian.get8(buffer, at) : (short) BigEndian.get16(buffer, at);
            at += size;
            listener.arrived(sequence, ticks * TICK_NANOS);
        }
    }

    /** Fills the symbols and answers where the deltas begin; -1 if the chunks end too early. */
    private int readChunks(byte[] buffer, int start, int end, int count) {
        int at = start;
        int index = 0;
        while (index < count) {
            if (at + 2 > end) {
                return -1;
            }
            int chunk = BigEndian.get16(buffer, at);
            at += 2;
            if (chunk >> 15 == 0) {
                for (int run = chunk & 0x1FFF; run > 0 && index < count; run--) {
                    symbols[index++] = (byte) (chunk >> 13);
                }
            } else {
                boolean twoBits = (chunk >> 14 & 1) != 0;
                int perChunk = twoBits ? 7 : 14;
                for (int n = 0; n < perChunk && index < count; n++) {
                    symbols[index++] = (byte) (twoBits ? chunk >> (12 - 2 * n) & 3 : chunk >> (13 - n) & 1);
                }
            }
        }
        return at;
    }

    /** The reference time has 24 bits that wrap. */
    private long unwrap(int value) {
        int delta = (value - (int) reference) << 8 >> 8;
        reference = begun ? reference + delta : value;
        begun = true;
        return reference;
    }
}
