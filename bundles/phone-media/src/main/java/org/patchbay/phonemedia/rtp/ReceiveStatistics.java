package org.patchbay.phonemedia.rtp;

/** What came and what did not, over all sources of a port (RFC 3550, sections 6.4.1, A.3 and A.8). Not thread-safe. */
public final class ReceiveStatistics {

    static final int BLOCK_LENGTH = 24;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double CLOCK_RANGE = 4_294_967_296.0;
    private static final int MODULO = 65_536;

    private int ssrc;
    private int clockRate = 8_000;
    private boolean started;
    private long first;
    private long highest;
    private long received;
    private long receivedOfEarlier;
    private long lostOfEarlier;
    private long expectedBefore;
    private long receivedBefore;
    private double jitter;
    private double sumOfJitterMillis;
    private double lastTransit;
    private int lastSenderReport;
    private long lastSenderReportAt;

    /** A source begins, or begins anew. */
    public void begin(int source, int sequence) {
        receivedOfEarlier += received;
        lostOfEarlier += lostOfThis();
        ssrc = source;
        started = true;
        first = sequence;
        highest = (long) sequence - 1;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        lastTransit = Double.NaN;
    }

    /** Counts a packet that was not a duplicate. Packets of another clock do not change the jitter. */
    public void onPacket(int sequence, int timestamp, int rate, long now) {
        received++;
        int ahead = (sequence - (int) highest) & (MODULO - 1);
        boolean next = ahead < MODULO / 2;
        if (next) {
            highest += ahead;
        }
        double transit = now / NANOS_PER_SECOND * rate % CLOCK_RANGE - (timestamp & 0xFFFF_FFFFL);
        if (rate != clockRate) {
            clockRate = rate;
            jitter = 0;
        } else if (!Double.isNaN(lastTransit)) {
            double difference = Math.abs(transit - lastTransit);
            if (difference < rate) {
                jitter += (difference - jitter) / 16;
            }
        }
        lastTransit = transit;
        sumOfJitterMillis += jitter * 1_000 / rate;
    }

    /** Notes the middle bits of a sender report's NTP time. */
    public void onSenderReport(int middle, long now) {
        lastSenderReport = middle;
        lastSenderReportAt = now;
    }

    public boolean heardAny() {
        return started;
    }

    public int ssrc() {
        return ssrc;
    }

    public long received() {
        return receivedOfEarlier + received;
    }

    public long lost() {
        return lostOfEarlier + lostOfThis();
    }

    private long lostOfThis() {
        return started ? Math.max(0, highest - first + 1 - received) : 0;
    }

    /** The mean over all that came: what an earlier source suffered is not forgotten. */
    public double jitterMillis() {
        return received() == 0 ? 0 : sumOfJitterMillis / received();
    }

    /** Writes a report block, and begins the next interval. */
    void writeBlock(byte[] out, int at, long now) {
        long expected = highest - first + 1;
        long lost = Math.max(-0x80_0000, Math.min(0x7F_FFFF, expected - received));
        long expectedSince = expected - expectedBefore;
        long lostSince = expectedSince - (received - receivedBefore);
        expectedBefore = expected;
        receivedBefore = received;
        int fraction = expectedSince <= 0 || lostSince <= 0 ? 0 : (int) Math.min(255, (lostSince << 8) / expectedSince);
        BigEndian.put32(out, at, ssrc);
        out[at + 4] = (byte) fraction;
        BigEndian.put24(out, at + 5, (int) lost);
        BigEndian.put32(out, at + 8, (int) highest);
        BigEndian.put32(out, at + 12, (int) jitter);
        BigEndian.put32(out, at + 16, lastSenderReport);
        long delay = lastSenderReport == 0 ? 0 : (long) ((now - lastSenderReportAt) / NANOS_PER_SECOND * 65_536);
        BigEndian.put32(out, at + 20, (int) delay);
    }
}
