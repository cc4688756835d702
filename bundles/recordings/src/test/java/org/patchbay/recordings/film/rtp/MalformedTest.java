package org.patchbay.recordings.film.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.spi.media.PayloadType;

/** Whatever people send, it ends nothing but their own picture. */
class MalformedTest {

    private static final int ROUNDS = 30_000;

    @ParameterizedTest
    @EnumSource(
            value = PayloadType.class,
            names = {"VP8", "VP9", "H264", "AV1"})
    void pictures(PayloadType type) {
        var random = new Random(11);
        List<Frame> frames = new ArrayList<>();
        var depacketizer = new VideoDepacketizer(frames::add);
        for (int i = 0; i < ROUNDS; i++) {
            var payload = new byte[random.nextInt(60)];
            random.nextBytes(payload);
            var packet = new RtpView(type.number(), i & 0xFFFF, i / 3, i % 3 == 2, -1, ByteBuffer.wrap(payload), i);
            assertThatCode(() -> depacketizer.add(packet, random.nextInt(50) == 0))
                    .doesNotThrowAnyException();
        }
        assertThat(frames)
                .allSatisfy(frame -> assertThat(frame.data().hasRemaining()).isTrue());
    }

    @Test
    void voices() {
        var random = new Random(12);
        List<Frame> frames = new ArrayList<>();
        var opus = new OpusPackets(frames::add);
        for (int i = 0; i < ROUNDS; i++) {
            var payload = new byte[random.nextInt(40)];
            random.nextBytes(payload);
            var type = i % 2 == 0 ? PayloadType.RED : PayloadType.OPUS;
            var packet = new RtpView(type.number(), i & 0xFFFF, i * 960L, false, -1, ByteBuffer.wrap(payload), i);
            assertThatCode(() -> opus.add(packet)).doesNotThrowAnyException();
        }
        assertThat(frames).isNotEmpty().allSatisfy(frame -> assertThat(OpusPackets.samples(frame.data()))
                .isNotNegative());
    }

    @Test
    void packets() {
        var random = new Random(13);
        for (int i = 0; i < ROUNDS; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            if (bytes.length > 0) {
                bytes[0] = (byte) (0x80 | (bytes[0] & 0x3F));
            }
            assertThatCode(() -> RtpView.parse(ByteBuffer.wrap(bytes), 0)
                            .ifPresent(packet ->
                                    assertThat(packet.payload().remaining()).isNotNegative()))
                    .doesNotThrowAnyException();
        }
        assertThat(RtpView.parse(ByteBuffer.allocate(11), 0)).isEmpty();
    }
}
