package org.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Vp8DescriptorTest {

    private final Vp8Descriptor descriptor = new Vp8Descriptor();

    private byte[] parse(String hex, boolean expected) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThat(descriptor.parse(bytes, 0, bytes.length)).isEqualTo(expected);
        return bytes;
    }

    @Test
    void readsALongPictureId() {
        byte[] payload = parse("90 c0 81 02 2a 00 00", true);
        assertThat(descriptor.pictureId(payload)).isEqualTo(0x102);
        assertThat(descriptor.tl0PicIdx(payload)).isEqualTo(0x2A);
        assertThat(descriptor.keyFrameStart()).isTrue();
    }

    @Test
    void readsAShortPictureId() {
        byte[] payload = parse("90 80 7f 01", true);
        assertThat(descriptor.pictureId(payload)).isEqualTo(127);
        assertThat(descriptor.hasTl0PicIdx()).isFalse();
        assertThat(descriptor.keyFrameStart()).isFalse();
    }

    @Test
    void findsNoKeyFrameInTheMiddleOfAFrame() {
        parse("80 80 7f 00", true);
        assertThat(descriptor.keyFrameStart()).isFalse();
        parse("11 00", true);
        assertThat(descriptor.keyFrameStart()).as("partition 1").isFalse();
        parse("10 00", true);
        assertThat(descriptor.keyFrameStart()).isTrue();
    }

    @Test
    void knowsNothingOfATruncatedDescriptor() {
        parse("90 c0 81 02 2a", false);
        assertThat(descriptor.hasPictureId()).isFalse();
        assertThat(descriptor.hasTl0PicIdx()).isFalse();
        parse("90 80 81", false);
        parse("10", false);
        parse("", false);
    }

    @Test
    void writesIntoACopyThatBeginsLater() {
        parse("90 c0 81 02 2a 00 00", true);
        byte[] copy = HexFormat.of().parseHex("ffff90c081022a0000");
        descriptor.putPictureId(copy, 2, 0x7FFE);
        descriptor.putTl0PicIdx(copy, 2, 0x1FF);
        assertThat(copy).isEqualTo(HexFormat.of().parseHex("ffff90c0fffeff0000"));
    }

    @Property(tries = 5_000)
    void neverReadsBeyondThePayload(@ForAll @Size(max = 12) byte[] bytes) {
        if (descriptor.parse(bytes, 0, bytes.length) && descriptor.hasPictureId()) {
            assertThat(descriptor.pictureId(bytes)).isBetween(0, 0x7FFF);
        }
    }
}
