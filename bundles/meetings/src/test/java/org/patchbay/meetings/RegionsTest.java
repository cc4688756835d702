package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.Network;
import org.patchbay.meetings.room.RecordingBridge;
import org.patchbay.spi.media.MediaBridge;

@Tag("S1.30")
class RegionsTest {

    private static final List<MediaBridge> BRIDGES = List.of(
            new RecordingBridge("z").stands("Madrid", "10.0.0.0/8", "2001:db8:1::/48", "192.0.2.7"),
            new RecordingBridge("b").stands("Berlin", "10.1.0.0/16", "2001:db8::/32", "10.1.2.0/24"),
            new RecordingBridge("c").stands("Paris", "10.1.2.0/24"),
            new RecordingBridge("d").stands("", "203.0.113.0/24"),
            new RecordingBridge("e").stands("Rome"));

    private static String of(String address, List<MediaBridge> bridges) {
        return Network.address(address).flatMap(one -> Regions.of(one, bridges)).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "10.200.0.1, Madrid",
        "10.1.200.1, Berlin",
        "10.1.2.3, Berlin",
        "::ffff:10.1.3.1, Berlin",
        "192.0.2.7, Madrid",
        "192.0.2.8, none",
        "203.0.113.5, none",
        "2001:db8:1::5, Madrid",
        "2001:db8:2::5, Berlin",
        "2001:db9::1, none",
        "elsewhere, none"
    })
    void theSmallestNetworkAroundAnAddressSays(String address, String region) {
        assertThat(of(address, BRIDGES)).isEqualTo(region);
    }

    @Test
    void theOneForAllIsOfOneFamily() {
        List<MediaBridge> bridges = List.of(
                new RecordingBridge("b").stands("Berlin", "10.0.0.0/8"),
                new RecordingBridge("m").stands("Madrid", "0.0.0.0/0"));
        assertThat(of("192.0.2.8", bridges)).isEqualTo("Madrid");
        assertThat(of("10.1.1.1", bridges)).isEqualTo("Berlin");
        assertThat(of("2001:db8::1", bridges)).isEqualTo("none");
        assertThat(of("10.1.1.1", List.of())).isEqualTo("none");
    }
}
