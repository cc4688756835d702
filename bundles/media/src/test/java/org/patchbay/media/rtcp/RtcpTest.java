package org.patchbay.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.patchbay.media.rtp.BigEndian;

class RtcpTest {

    private static final long SECOND = 1_000_000_000;

    private final RtcpWriter writer = new RtcpWriter();
    private final RtcpReader reader = new RtcpReader();

    private void read() {
        reader.start(writer.buffer(), 0, writer.length());
    }

    @Test
    void writesACompoundThatReads() {
        writer.start(7);
        writer.senderReport(8, 0x0102_0304_0506_0708L, 90_000, 11, 12);
        writer.nack(7, 9, new int[] {65_535, 0, 15, 16, 40}, 5);
        writer.pictureLoss(7, 9);
        read();
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.RECEIVER_REPORT);
        assertThat(reader.word(4)).isEqualTo(7);
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.SENDER_REPORT);
        assertThat(reader.word(8)).isEqualTo(0x01020304);
        assertThat(reader.word(16)).isEqualTo(90_000);
        assertThat(reader.next()).isTrue();
        assertThat(reader.type()).isEqualTo(RtcpReader.SOURCE_DESCRIPTION);
        assertThat(reader.next()).isTrue();
        assertThat(reader.isFeedback(RtcpReader.TRANSPORT_FEEDBACK, RtcpReader.NACK))
                .isTrue();
        assertThat(reader.entries(4)).isEqualTo(3);
        assertThat(reader.entry(0, 4)).isEqualTo(0xFFFF_8001);
        assertThat(reader.entry(1, 4)).isEqualTo(16 << 16);
        assertThat(reader.entry(2, 4)).isEqualTo(40 << 16);
        assertThat(reader.next()).isTrue();
        assertThat(reader.isFeedback(RtcpReader.PAYLOAD_FEEDBACK, RtcpReader.PICTURE_LOSS))
                .isTrue();
        assertThat(reader.word(8)).isEqualTo(9);
        assertThat(reader.next()).isFalse();
    }

    @Test
    void reportsLossJitterAndDelay() {
        var statistics = new ReceiveStatistics(5, 90_000);
        statistics.onPacket(65_534, 0, 0);
        statistics.onPacket(65_535, 3_000, SECOND / 30);
        statistics.onPacket(1, 9_000, SECOND / 10);
        statistics.onSenderReport(0x1111_2222_3333_4444L, SECOND);
        writer.start(7);
        writer.reportBlock(statistics, 2 * SECOND);
        read();
        assertThat(reader.next()).isTrue();
        assertThat(reader.count()).isEqualTo(1);
        assertThat(reader.word(8)).isEqualTo(5);
        assertThat(reader.word(12) >>> 24).as("fraction lost, of 256").isEqualTo(64);
        assertThat(reader.word(12) & 0xFF_FFFF).isEqualTo(1);
        assertThat(reader.word(16)).as("one cycle").isEqualTo(0x1_0001);
        assertThat(reader.word(20)).isLessThan(2);
        assertThat(reader.word(24)).isEqualTo(0x2222_3333);
        assertThat(reader.word(28)).isEqualTo(65_536);
    }

    @Test
    void writesNoMoreThanFits() {
        var many = new int[2_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i * 20;
        }
        writer.start(7);
        writer.nack(7, 9, many, many.length);
        assertThat(writer.length()).isLessThanOrEqualTo(RtcpWriter.LIMIT);
        read();
        assertThat(reader.next()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(reader.entries(4)).isPositive();
    }

    @Test
    void stopsAtAPacketLongerThanTheCompound() {
        byte[] bytes = {(byte) 0x80, (byte) 200, 0, 9, 0, 0, 0, 1};
        reader.start(bytes, 0, bytes.length);
        assertThat(reader.next()).isFalse();
    }

    @Property(tries = 5_000)
    void neverReadsBeyondTheCompound(@ForAll @Size(max = 60) byte[] bytes) {
        for (int i = 0; i + 3 < bytes.length; i += 4) {
            bytes[i] = (byte) (0x80 | (bytes[i] & 0x3F));
            BigEndian.put16(bytes, i + 2, bytes[i + 3] & 7);
        }
        reader.start(bytes, 0, bytes.length);
        int steps = 0;
        while (reader.next()) {
            steps++;
            for (int at = 0; at < reader.length(); at += 4) {
                reader.word(at);
            }
        }
        assertThat(steps).isLessThanOrEqualTo(bytes.length / 4);
    }
}
