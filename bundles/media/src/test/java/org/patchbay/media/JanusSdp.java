package org.patchbay.media;

import java.util.List;
import java.util.stream.Collectors;
import org.patchbay.media.transport.BenchFleet;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.Transport;

/** The descriptions of the benchmark's participants for Janus. */
final class JanusSdp {

    private static final String END = "\r\n";

    private JanusSdp() {}

    /** Offers a microphone and a camera. */
    static String offer(BenchFleet.Own own, long audio, long video) {
        return String.join(
                        END,
                        "v=0",
                        "o=- 1 1 IN IP4 127.0.0.1",
                        "s=-",
                        "t=0 0",
                        "a=group:BUNDLE 0 1",
                        "a=msid-semantic: WMS s")
                + END
                + section(own, "audio", 111, "opus/48000/2", "0", audio)
                + section(own, "video", 100, "VP8/90000", "1", video);
    }

    private static String section(BenchFleet.Own own, String kind, int type, String codec, String mid, long ssrc) {
        return String.join(
                        END,
                        "m=" + kind + " 9 UDP/TLS/RTP/SAVPF " + type,
                        "c=IN IP4 127.0.0.1",
                        "a=sendonly",
                        "a=mid:" + mid,
                        "a=rtcp-mux",
                        "a=ice-ufrag:" + own.transport().ufrag(),
                        "a=ice-pwd:" + own.transport().pwd(),
                        "a=fingerprint:sha-256 " + own.transport().fingerprint().value(),
                        "a=setup:active",
                        "a=rtpmap:" + type + " " + codec,
                        "a=msid:s " + kind,
                        "a=ssrc:" + ssrc + " cname:bench",
                        candidate(own))
                + END;
    }

    private static String candidate(BenchFleet.Own own) {
        return "a=candidate:1 1 udp 2130706431 " + own.address().getHostAddress() + " " + own.port() + " typ host";
    }

    /** Takes all that is offered. */
    static String answer(BenchFleet.Own own, String offer) {
        return offer.lines()
                        .filter(line -> !line.startsWith("a=candidate") && !line.startsWith("a=end-of-candidates"))
                        .filter(line -> !line.startsWith("a=ssrc") && !line.startsWith("a=msid:"))
                        .map(line -> line.startsWith("a=ice-ufrag:")
                                ? "a=ice-ufrag:" + own.transport().ufrag()
                                : line.startsWith("a=ice-pwd:")
                                        ? "a=ice-pwd:" + own.transport().pwd()
                                        : line.startsWith("a=fingerprint:")
                                                ? "a=fingerprint:sha-256 "
                                                        + own.transport()
                                                                .fingerprint()
                                                                .value()
                                                : line)
                        .map(line -> line.startsWith("a=setup:") ? "a=setup:active" : line)
                        .map(line -> line.equals("a=sendonly") ? "a=recvonly" : line)
                        .collect(Collectors.joining(END))
                + END;
    }

    /** Janus's side of the connection. */
    static Transport transport(String sdp) {
        Candidate candidate = sdp.lines()
                .filter(line ->
                        line.startsWith("a=candidate:") && line.contains(" 1 udp ") && line.contains("typ host"))
                .map(Candidate::parse)
                .filter(one -> one.address().contains("."))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Janus has no IPv4 candidate: " + sdp));
        return new Transport(
                value(sdp, "a=ice-ufrag:"),
                value(sdp, "a=ice-pwd:"),
                new Fingerprint(value(sdp, "a=fingerprint:sha-256 ")),
                List.of(candidate));
    }

    private static String value(String sdp, String attribute) {
        return sdp.lines()
                .filter(line -> line.startsWith(attribute))
                .map(line -> line.substring(attribute.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Janus's description has no " + attribute));
    }
}
