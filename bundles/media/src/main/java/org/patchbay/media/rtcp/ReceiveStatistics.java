package org.patchbay.media.rtcp;

import org.patchbay.media.rtp.BigEndian;
import org.patchbay.media.rtp.SequenceNumber;

/** What a receiver report says of one stream (RFC 3550, sections 6.4.1, A.3 and A.8). Not thread-safe. */
public final class ReceiveStatistics {

    static final int BLOCK_LENGTH = 24;

    private static final double NANOS_PER_SECOND = 1e9;

    private final int ssrc;
    private final int clockRate;
    private long firstSequence = -1;
    private long highestSequence;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private double jitter;
    private double lastTransit;
    private int lastSenderReport;
    private long lastSenderReportAt;

    public ReceiveStatistics(int ssrc, int clockRate) {
        this.ssrc = ssrc;
        this.clockRate = clockRate;
    }

    /** Counts a packet that was not a duplicate. */
    public void onPacket(int sequence, int timestamp, long now) {
        received++;
        double transit = now / NANOS_PER_SECOND * clockRate % 4294967296.0 - (timestamp & 0xFFFF_FFFFL);
        if (firstSequence < 0) {
            firstSequence = sequence;
            highestSequence = sequence;
            lastTransit = transit;
            return;
        }
        highestSequence = Math.max(highestSequence, SequenceNumber.unwrap(sequence, highestSequence));
        double difference = Math.abs(transit - lastTransit);
        lastTransit = transit;
        if (difference < clockRate) {
            jitter += (difference - jitter) / 16;
        }
    }

    /** Notes the middle bits of a sender report's NTP time. */
    public void onSenderReport(long ntp, long now) {
        lastSenderReport = (int) (ntp >> 16);
        lastSenderReportAt = now;
    }

    public boolean heardAny() {
        return firstSequence >= 0;
    }

    void writeBlock(byte[] out, int at, long now) {
        long expected = highestSequence - firstSequence + 1;
        long lost = Math.max(-0x80_0000, Math.min(0x7F_FFFF, expected - received));
        long expectedSince = expected - expectedBefore;
        long lostSince = expectedSince - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedSince <= 0 || lostSince <= 0 ? 0 : (int) Math.min(255, (lostSince << 8) / expectedSince);
        BigEndian.put32(out, at, ssrc);
        out[at + 4] = (byte) fraction;
        BigEndian.put24(out, at + 5, (int) lost);
        BigEndian.put32(out, at + 8, (int) highestSequence);
        BigEndian.put32(out, at + 12, (int) jitter);
        BigEndian.put32(out, at + 16, lastSenderReport);
        long delay = lastSenderReport == 0 ? 0 : (long) ((now - lastSenderReportAt) / NANOS_PER_SECOND * 65_536);
        BigEndian.put32(out, at + 20, (int) delay);
    }
}
