package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.Transport;

final class OfferBuilderTest {

    private static final Transport TRANSPORT = new Transport(
            "bridge",
            "abcdefghijklmnopqrstuvwx",
            new Fingerprint("AB:".repeat(31) + "CD"),
            List.of(new Candidate("1", "udp", 2_130_706_431L, "127.0.0.1", 10_000, Candidate.Type.HOST)));

    @Test
    void offersFourLinesToSendAndAPoolToReceive() {
        String sdp = OfferBuilder.offer(TRANSPORT, new EndpointOptions(2, 3), new Sending(900, 1000, 540));

        assertThat(sdp).contains("a=group:BUNDLE 0 1 2 3 a0 a1 v0 v1 v2\r\n");
        assertThat(sdp.lines().filter(line -> line.startsWith("m="))).hasSize(9);
        assertThat(sdp.lines().filter("a=recvonly"::equals)).hasSize(4);
        assertThat(sdp.lines().filter("a=sendonly"::equals)).hasSize(5);
        assertThat(sdp.lines().filter("a=setup:actpass"::equals)).hasSize(9);
        assertThat(sdp.lines().filter(line -> line.startsWith("b="))).containsExactly("b=AS:900", "b=AS:1000");
        assertThat(sdp).doesNotContain("a=ssrc");
        assertThat(sdp.lines().filter(line -> line.startsWith("a=candidate:")))
                .containsExactly("a=candidate:1 1 udp 2130706431 127.0.0.1 10000 typ host generation 0");
        assertThat(sdp).contains("a=rtpmap:111 opus/48000/2\r\n").contains("a=fmtp:96 apt=100\r\n");
    }

    @Test
    void takesACameraInThreeLayers() {
        String sdp = OfferBuilder.offer(TRANSPORT, new EndpointOptions(1, 1), new Sending(900, 1000, 540));

        List<String> camera = section(sdp, "1");
        assertThat(camera)
                .contains("a=rid:l recv", "a=rid:m recv", "a=rid:h recv")
                .endsWith("a=simulcast:recv l;m;h");
        assertThat(section(sdp, "2")).noneMatch(line -> line.startsWith("a=rid:"));
        assertThat(section(sdp, "v0")).noneMatch(line -> line.startsWith("a=rid:"));
    }

    private static List<String> section(String sdp, String mid) {
        return Arrays.stream(sdp.split("(?=m=)", -1))
                .filter(section -> section.contains("a=mid:" + mid + "\r\n"))
                .flatMap(String::lines)
                .toList();
    }
}
