package org.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.PayloadType;

class VideoPayloadTest {

    private static final int HEADER = RtpPacket.FIXED_HEADER_LENGTH;

    private final RtpPacket packet = new RtpPacket();
    private final VideoPayload payload = new VideoPayload();

    private byte[] parse(PayloadType type, String hex) {
        return parse(type.number(), HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    private byte[] parse(int type, byte[] content) {
        var bytes = new byte[HEADER + content.length];
        bytes[0] = (byte) 0x80;
        bytes[1] = (byte) type;
        System.arraycopy(content, 0, bytes, HEADER, content.length);
        assertThat(packet.parse(bytes, 0, bytes.length)).isTrue();
        payload.parse(packet);
        return bytes;
    }

    @Test
    void readsTheHeightOfAVp8KeyFrame() {
        parse(PayloadType.VP8, "90 c0 81 02 2a 10 00 00 9d 01 2a 80 02 68 01");
        assertThat(payload.keyFrameStart()).isTrue();
        assertThat(payload.height()).isEqualTo(360);
        parse(PayloadType.VP8, "90 c0 81 02 2a 11 00 00 9d 01 2a 80 02 68 01");
        assertThat(payload.keyFrameStart()).isFalse();
        assertThat(payload.height()).isZero();
    }

    @Test
    void rewritesTheNumbersOfVp8InACopyThatBeginsLater() {
        byte[] bytes = parse(PayloadType.VP8, "90 c0 81 02 2a 00 00");
        assertThat(payload.pictureId(bytes)).isEqualTo(0x102);
        assertThat(payload.tl0PicIdx(bytes)).isEqualTo(0x2A);
        byte[] copy = HexFormat.of().parseHex("ffff90c081022a0000");
        payload.putPictureId(copy, 2 - HEADER, 0x7FFE);
        payload.putTl0PicIdx(copy, 2 - HEADER, 0x1FF);
        assertThat(copy).isEqualTo(HexFormat.of().parseHex("ffff90c0fffeff0000"));
    }

    @Test
    void readsVp9() {
        byte[] bytes = parse(PayloadType.VP9, "aa 81 02 00 07 18 05 00 02 d0 00");
        assertThat(payload.keyFrameStart()).isTrue();
        assertThat(payload.pictureId(bytes)).isEqualTo(0x102);
        assertThat(payload.tl0PicIdx(bytes)).isEqualTo(7);
        assertThat(payload.height()).isEqualTo(720);
        parse(PayloadType.VP9, "ec 81 03 00 08 55");
        assertThat(payload.keyFrameStart()).as("predicted").isFalse();
        assertThat(payload.hasTl0PicIdx()).isTrue();
        parse(PayloadType.VP9, "ac 81 03 02 08 55");
        assertThat(payload.keyFrameStart()).as("the second spatial layer").isFalse();
        parse(PayloadType.VP9, "a4 81 03 00 08 55");
        assertThat(payload.keyFrameStart()).as("not the first packet").isFalse();
        parse(PayloadType.VP9, "aa 81");
        assertThat(payload.hasPictureId()).as("truncated").isFalse();
    }

    @Test
    void findsTheParameterSetsOfH264() {
        parse(PayloadType.H264, "67 42 e0 1f");
        assertThat(payload.keyFrameStart()).isTrue();
        parse(PayloadType.H264, "78 00 02 09 10 00 03 67 42 e0 00 02 68 ce");
        assertThat(payload.keyFrameStart()).as("in an aggregate").isTrue();
        parse(PayloadType.H264, "78 00 02 09 10 00 02 61 9a");
        assertThat(payload.keyFrameStart()).isFalse();
        parse(PayloadType.H264, "7c 85 88 84");
        assertThat(payload.keyFrameStart())
                .as("a picture without its parameter sets")
                .isFalse();
        parse(PayloadType.H264, "61 9a 00");
        assertThat(payload.keyFrameStart()).isFalse();
    }

    @Test
    void findsANewSequenceOfAv1() {
        parse(PayloadType.AV1, "18 0a 0b 00");
        assertThat(payload.keyFrameStart()).isTrue();
        parse(PayloadType.AV1, "10 32 00");
        assertThat(payload.keyFrameStart()).isFalse();
    }

    @Test
    void knowsWhichTypeRetransmitsWhich() {
        assertThat(PayloadTypes.original(PayloadType.RTX_H264.number())).isEqualTo(PayloadType.H264.number());
        assertThat(PayloadTypes.retransmission(PayloadType.VP8.number())).isEqualTo(PayloadType.RTX.number());
        assertThat(PayloadTypes.original(PayloadType.VP8.number())).isEqualTo(-1);
        assertThat(PayloadTypes.isVideo(PayloadType.AV1.number())).isTrue();
        assertThat(PayloadTypes.isVideo(PayloadType.RTX_AV1.number())).isFalse();
        assertThat(PayloadTypes.isAudio(PayloadType.RED.number())).isTrue();
    }

    @Property(tries = 5_000)
    void neverReadsBeyondThePayload(
            @ForAll @IntRange(min = 96, max = 103) int type, @ForAll @Size(max = 24) byte[] bytes) {
        byte[] whole = parse(type, bytes);
        if (payload.hasPictureId()) {
            assertThat(payload.pictureId(whole)).isBetween(0, 0x7FFF);
        }
        if (payload.hasTl0PicIdx()) {
            assertThat(payload.tl0PicIdx(whole)).isBetween(0, 255);
        }
    }
}
