package org.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RtpPacketTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final RtpPacket packet = new RtpPacket();

    private boolean parse(String hex) {
        byte[] bytes = HEX.parseHex(hex);
        return packet.parse(bytes, 0, bytes.length);
    }

    @Test
    void readsTheFixedHeader() {
        assertThat(parse("80 ef 12 34 00 00 03 c0 de ad be ef 01 02 03")).isTrue();
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(111);
        assertThat(packet.sequence()).isEqualTo(0x1234);
        assertThat(packet.timestamp()).isEqualTo(960);
        assertThat(packet.ssrc()).isEqualTo(0xDEADBEEF);
        assertThat(packet.payloadOffset()).isEqualTo(12);
        assertThat(packet.payloadLength()).isEqualTo(3);
    }

    @Test
    void readsOneByteExtensionsBehindCsrcs() {
        assertThat(parse("91 64 00 01 00 00 00 00 00 00 00 01 00 00 00 09 " + "be de 00 02 10 a5 00 51 07 d0 40 31 ff"))
                .isTrue();
        assertThat(packet.buffer()[packet.extension(1, 1)]).isEqualTo((byte) 0xA5);
        assertThat(BigEndian.get16(packet.buffer(), packet.extension(5, 2))).isEqualTo(2000);
        assertThat(packet.buffer()[packet.extension(4, 1)]).isEqualTo((byte) '1');
        assertThat(packet.extension(3, 1)).isEqualTo(-1);
        assertThat(packet.payloadLength()).isEqualTo(1);
    }

    @Test
    void readsTwoByteExtensions() {
        assertThat(parse("90 64 00 01 00 00 00 00 00 00 00 01 10 00 00 02 05 02 07 d0 00 04 01 32 ff"))
                .isTrue();
        assertThat(BigEndian.get16(packet.buffer(), packet.extension(5, 2))).isEqualTo(2000);
        assertThat(packet.buffer()[packet.extension(4, 1)]).isEqualTo((byte) '2');
    }

    @Test
    void forgetsTheExtensionsOfTheFormerPacket() {
        assertThat(parse("90 64 00 01 00 00 00 00 00 00 00 01 be de 00 01 51 07 d0 00"))
                .isTrue();
        assertThat(parse("80 64 00 01 00 00 00 00 00 00 00 01")).isTrue();
        assertThat(packet.extension(5, 2)).isEqualTo(-1);
    }

    @Test
    void leavesOutPadding() {
        assertThat(parse("a0 64 00 01 00 00 00 00 00 00 00 01 aa bb 00 02")).isTrue();
        assertThat(packet.payloadLength()).isEqualTo(2);
    }

    @Test
    void refusesWhatIsMalformed() {
        assertThat(parse("80 64 00 01 00 00 00 00 00 00 00")).as("too short").isFalse();
        assertThat(parse("40 64 00 01 00 00 00 00 00 00 00 01")).as("version 1").isFalse();
        assertThat(parse("82 64 00 01 00 00 00 00 00 00 00 01 00 00 00 00"))
                .as("CSRC missing")
                .isFalse();
        assertThat(parse("90 64 00 01 00 00 00 00 00 00 00 01 be de 00 02 00 00 00 00"))
                .as("extension longer than the packet")
                .isFalse();
        assertThat(parse("a0 64 00 01 00 00 00 00 00 00 00 01 aa 00"))
                .as("padding of 0")
                .isFalse();
        assertThat(parse("a0 64 00 01 00 00 00 00 00 00 00 01 aa 05"))
                .as("padding longer than the payload")
                .isFalse();
        assertThat(parse("a0 64 00 01 00 00 00 00 00 00 00 01"))
                .as("no room for padding")
                .isFalse();
    }

    @Test
    void unwrapsARetransmission() {
        byte[] bytes = HEX.parseHex("90 e0 00 07 00 00 0b b8 00 00 00 02 be de 00 01 51 07 d0 00 12 34 aa bb");
        assertThat(packet.parse(bytes, 0, bytes.length)).isTrue();
        assertThat(packet.unwrapRtx(1, 100)).isTrue();
        assertThat(packet.sequence()).isEqualTo(0x1234);
        assertThat(packet.ssrc()).isEqualTo(1);
        assertThat(packet.payloadType()).isEqualTo(100);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.timestamp()).isEqualTo(3_000);
        assertThat(packet.payloadLength()).isEqualTo(2);
        assertThat(packet.buffer()[packet.payloadOffset()]).isEqualTo((byte) 0xAA);
    }

    @Test
    void unwrapsNoProbe() {
        assertThat(parse("a0 60 00 07 00 00 0b b8 00 00 00 02 00 00 00 04")).isTrue();
        assertThat(packet.unwrapRtx(1, 100)).isFalse();
    }

    @Test
    void tellsRtpFromRtcp() {
        byte[] rtp = HEX.parseHex("80 6f 00 01 00 00 00 00 00 00 00 01");
        byte[] rtcp = HEX.parseHex("80 c8 00 01 00 00 00 00 00 00 00 01");
        assertThat(RtpPacket.isRtp(rtp, 0, rtp.length)).isTrue();
        assertThat(RtpPacket.isRtcp(rtp, 0, rtp.length)).isFalse();
        assertThat(RtpPacket.isRtp(rtcp, 0, rtcp.length)).isFalse();
        assertThat(RtpPacket.isRtcp(rtcp, 0, rtcp.length)).isTrue();
    }

    @Property(tries = 5_000)
    void neverReadsBeyondThePacket(@ForAll @Size(max = 80) byte[] bytes) {
        check(bytes);
    }

    @Test
    void neverReadsBeyondAMutatedPacket() {
        byte[] good = HEX.parseHex(
                "b1 64 00 01 00 00 00 00 00 00 00 01 00 00 00 09 " + "be de 00 02 10 a5 00 51 07 d0 40 31 ff ff 00 02");
        var random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] mutated = java.util.Arrays.copyOf(good, 1 + random.nextInt(good.length));
            for (int n = random.nextInt(4); n >= 0; n--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            check(mutated);
        }
    }

    /** An exact array: any read beyond the packet throws. */
    private void check(byte[] bytes) {
        if (packet.parse(bytes, 0, bytes.length)) {
            assertThat(packet.payloadLength()).isBetween(0, bytes.length - RtpPacket.FIXED_HEADER_LENGTH);
            for (int id = 0; id < 16; id++) {
                int at = packet.extension(id, 1);
                assertThat(at).isLessThan(bytes.length);
            }
            new VideoPayload().parse(packet);
            packet.unwrapRtx(1, 100);
        }
    }
}
