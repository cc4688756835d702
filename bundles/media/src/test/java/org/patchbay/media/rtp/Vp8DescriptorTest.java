package org.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Vp8DescriptorTest {

    private final Vp8Descriptor descriptor = new Vp8Descriptor();

    private void parse(String hex, boolean expected) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThat(descriptor.parse(bytes, 0, bytes.length)).isEqualTo(expected);
    }

    @Test
    void readsALongPictureId() {
        parse("90 c0 81 02 2a 00 00", true);
        assertThat(descriptor.pictureIdAt()).isEqualTo(2);
        assertThat(descriptor.hasLongPictureId()).isTrue();
        assertThat(descriptor.tl0PicIdxAt()).isEqualTo(4);
        assertThat(descriptor.keyFrameStart()).isTrue();
    }

    @Test
    void readsAShortPictureId() {
        parse("90 80 7f 01", true);
        assertThat(descriptor.pictureIdAt()).isEqualTo(2);
        assertThat(descriptor.hasLongPictureId()).isFalse();
        assertThat(descriptor.tl0PicIdxAt()).isEqualTo(-1);
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
        assertThat(descriptor.pictureIdAt()).isEqualTo(-1);
        assertThat(descriptor.tl0PicIdxAt()).isEqualTo(-1);
        parse("90 80 81", false);
        parse("10", false);
        parse("", false);
    }

    @Property(tries = 5_000)
    void neverReadsBeyondThePayload(@ForAll @Size(max = 12) byte[] bytes) {
        if (descriptor.parse(bytes, 0, bytes.length)) {
            assertThat(descriptor.frameAt()).isLessThan(bytes.length);
        }
    }
}
