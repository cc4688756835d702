package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.patchbay.media.rtp.BigEndian;
import org.patchbay.media.rtp.PacketWriter;
import org.patchbay.media.rtp.RtpPacket;
import org.patchbay.media.rtp.VideoPayload;

class ContinuousNumbersTest {

    private static final long FRAME_NANOS = 33_333_333;

    private final ContinuousNumbers numbers = new ContinuousNumbers(90_000, 40_000, 0xFFFF_0000);
    private final RtpPacket packet = new RtpPacket();
    private final VideoPayload payload = new VideoPayload();
    private final PacketWriter writer = new PacketWriter();

    private void frame(int sequence, int timestamp, int pictureId) {
        byte[] bytes = {
            (byte) 0x80, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0x90, (byte) 0xC0, 0, 0, (byte) pictureId, 0
        };
        BigEndian.put16(bytes, 2, sequence);
        BigEndian.put32(bytes, 4, timestamp);
        BigEndian.put16(bytes, 14, 0x8000 | (pictureId & 0x7FFF));
        assertThat(packet.parse(bytes, 0, bytes.length)).isTrue();
        payload.parse(packet);
        assertThat(payload.hasPictureId()).isTrue();
        writer.start(packet, 100, 0, 0, 1);
        writer.extensions(packet, new byte[] {'v', '0'}, 0, 0);
        assertThat(writer.payload(packet)).isTrue();
    }

    private int writtenPictureId() {
        return BigEndian.get16(writer.buffer(), writer.payloadOffset() + 2) & 0x7FFF;
    }

    @Test
    void goOnWhereTheFormerSourceStopped() {
        var random = new Random(11);
        long now = 0;
        int lastSequence = -1;
        int lastTimestamp = 0;
        int lastPictureId = -1;
        for (int source = 0; source < 200; source++) {
            int sequence = random.nextInt(65_536);
            int timestamp = random.nextInt();
            int pictureId = random.nextInt(0x8000);
            for (int i = 0; i < 50; i++) {
                now += FRAME_NANOS;
                frame((sequence + i) & 0xFFFF, timestamp + 3_000 * i, (pictureId + i) & 0x7FFF);
                if (i == 0) {
                    numbers.begin(packet, payload, true, numbers.timestampAt(now));
                }
                int outSequence = numbers.sequence(packet.sequence());
                int outTimestamp = numbers.timestamp(packet.timestamp());
                numbers.rewrite(packet, payload, writer);
                numbers.sent(outSequence, outTimestamp, now);
                if (lastSequence >= 0) {
                    assertThat(outSequence).isEqualTo((lastSequence + 1) & 0xFFFF);
                    assertThat(outTimestamp - lastTimestamp).isBetween(2_990, 3_010);
                    assertThat(writtenPictureId()).isEqualTo((lastPictureId + 1) & 0x7FFF);
                }
                assertThat(numbers.incomingSequence(outSequence)).isEqualTo(packet.sequence());
                lastSequence = outSequence;
                lastTimestamp = outTimestamp;
                lastPictureId = writtenPictureId();
            }
        }
    }

    @Test
    void letTimePassInAPause() {
        frame(1, 1_000, 1);
        numbers.begin(packet, payload, true, numbers.timestampAt(0));
        int before = numbers.timestamp(packet.timestamp());
        numbers.sent(numbers.sequence(1), before, 0);
        frame(500, 77, 9);
        numbers.begin(packet, payload, true, numbers.timestampAt(2_000_000_000L));
        assertThat(numbers.timestamp(77) - before).isEqualTo(180_000);
    }
}
