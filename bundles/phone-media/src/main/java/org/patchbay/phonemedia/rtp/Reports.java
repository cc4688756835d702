package org.patchbay.phonemedia.rtp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

/**
 * Writes our sender and receiver reports and reads those of the far end (RFC 3550, section 6.4), which are never passed on.
 * Not thread-safe.
 */
public final class Reports {

    /** The longest compound that is written. */
    public static final int LONGEST = 128;

    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int GOODBYE = 203;
    private static final int SENDER_INFO = 20;
    private static final long SECONDS_TO_1970 = 2_208_988_800L;
    private static final double UNITS_PER_MILLI = 65.536;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double FRACTIONS = 4_294_967_296.0;

    private final Clock clock;
    private final int ssrc;
    private final byte[] name;
    private int reporter;
    private long remoteLost = -1;
    private long remoteLostOfEarlier;
    private int roundTripMillis = -1;
    private boolean goodbye;

    /** For the stream that we send under an SSRC; the name is the CNAME. */
    public Reports(Clock clock, int ssrc, String name) {
        this.clock = clock;
        this.ssrc = ssrc;
        this.name = name.getBytes(StandardCharsets.US_ASCII);
    }

    /** Packets that the far end missed, before it began to count anew as well; -1 while it did not say. */
    public long remoteLost() {
        return remoteLost < 0 ? remoteLost : remoteLostOfEarlier + remoteLost;
    }

    /** -1 while it is not known. */
    public int roundTripMillis() {
        return roundTripMillis;
    }

    /** Whether the far end said that it leaves. */
    public boolean goodbye() {
        return goodbye;
    }

    /** What we sent so far. */
    public record Sent(long packets, long octets, int timestamp) {}

    /** Writes a compound and answers its length. */
    public int write(byte[] out, Sent sent, ReceiveStatistics received, long now) {
        boolean sender = sent.packets() > 0;
        int blocks = received.heardAny() ? 1 : 0;
        int at = 8;
        BigEndian.put32(out, 4, ssrc);
        if (sender) {
            Instant time = clock.instant();
            BigEndian.put32(out, 8, (int) (time.getEpochSecond() + SECONDS_TO_1970));
            BigEndian.put32(out, 12, (int) (long) (time.getNano() / NANOS_PER_SECOND * FRACTIONS));
            BigEndian.put32(out, 16, sent.timestamp());
            BigEndian.put32(out, 20, (int) sent.packets());
            BigEndian.put32(out, 24, (int) sent.octets());
            at += SENDER_INFO;
        }
        if (blocks == 1) {
            received.writeBlock(out, at, now);
            at += ReceiveStatistics.BLOCK_LENGTH;
        }
        header(out, 0, blocks, sender ? SENDER_REPORT : RECEIVER_REPORT, at);
        return at + writeName(out, at);
    }

    private int writeName(byte[] out, int at) {
        BigEndian.put32(out, at + 4, ssrc);
        out[at + 8] = 1;
        out[at + 9] = (byte) name.length;
        System.arraycopy(name, 0, out, at + 10, name.length);
        int end = 10 + name.length;
        do {
            out[at + end] = 0;
            end++;
        } while (end % 4 != 0);
        header(out, at, 1, SOURCE_DESCRIPTION, end);
        return end;
    }

    private static void header(byte[] out, int at, int count, int type, int length) {
        out[at] = (byte) (0x80 | count);
        out[at + 1] = (byte) type;
        BigEndian.put16(out, at + 2, length / 4 - 1);
    }

    /** Writes a goodbye behind the compound, and answers the length of both. */
    public int writeGoodbye(byte[] out, int at) {
        BigEndian.put32(out, at + 4, ssrc);
        header(out, at, 1, GOODBYE, 8);
        return at + 8;
    }

    /** Reads a compound; what is malformed ends the reading. */
    public void read(byte[] bytes, int size, ReceiveStatistics received, long now) {
        int at = 0;
        while (at + 8 <= size && (bytes[at] & 0xC0) == 0x80) {
            int length = 4 * (BigEndian.get16(bytes, at + 2) + 1);
            if (at + length > size) {
                return;
            }
            int type = bytes[at + 1] & 0xFF;
            int count = bytes[at] & 0x1F;
            if (type == SENDER_REPORT && length >= 8 + SENDER_INFO) {
                received.onSenderReport(BigEndian.get32(bytes, at + 10), now);
                readBlocks(bytes, at, at + 8 + SENDER_INFO, at + length, count);
            } else if (type == RECEIVER_REPORT) {
                readBlocks(bytes, at, at + 8, at + length, count);
            } else if (type == GOODBYE) {
                goodbye = true;
            }
            at += length;
        }
    }

    private void readBlocks(byte[] bytes, int report, int from, int end, int count) {
        for (int i = 0, at = from; i < count && at + ReceiveStatistics.BLOCK_LENGTH <= end; i++) {
            if (BigEndian.get32(bytes, at) == ssrc) {
                readBlock(bytes, at, BigEndian.get32(bytes, report + 4));
            }
            at += ReceiveStatistics.BLOCK_LENGTH;
        }
    }

    private void readBlock(byte[] bytes, int at, int from) {
        int lost = BigEndian.get24(bytes, at + 5);
        int missed = Math.max(0, lost >= 0x80_0000 ? lost - 0x100_0000 : lost);
        if (from != reporter && missed < remoteLost) {
            remoteLostOfEarlier += remoteLost;
        }
        reporter = from;
        remoteLost = missed;
        int last = BigEndian.get32(bytes, at + 16);
        if (last == 0) {
            return;
        }
        Instant time = clock.instant();
        long seconds = time.getEpochSecond() + SECONDS_TO_1970;
        int middle = (int) ((seconds << 16) | (long) (time.getNano() / NANOS_PER_SECOND * 65_536));
        int units = middle - last - BigEndian.get32(bytes, at + 20);
        if (units >= 0 && units < 60 * 65_536) {
            roundTripMillis = (int) Math.round(units / UNITS_PER_MILLI);
        }
    }
}
