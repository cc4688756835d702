package org.patchbay.phonemedia.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.spi.media.Mids;
import org.patchbay.spi.media.PayloadType;

/**
 * The offer of a room, as it is made for browsers: everything is bundled on one transport (RFC 9143), Opus is on the lines with
 * sound. Immutable.
 */
public record RoomOffer(String ufrag, String password, String fingerprint, boolean local, List<Line> lines) {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_LINES = 80;
    private static final String END = "\r\n";

    /** An m-line, by its kind and mid. */
    public record Line(boolean audio, String mid) {}

    /** Reads it; INVALID for what is none. */
    public static RoomOffer read(String text) {
        if (text.length() > LONGEST) {
            throw Problem.INVALID.because("An offer has at most " + LONGEST + " characters");
        }
        List<String> all = text.lines().toList();
        List<Line> lines = new ArrayList<>();
        boolean audio = false;
        for (String line : all) {
            if (line.startsWith("m=")) {
                audio = line.startsWith("m=audio ");
            } else if (line.startsWith("a=mid:") && lines.size() < MOST_LINES) {
                lines.add(new Line(audio, line.substring("a=mid:".length()).strip()));
            }
        }
        if (!lines.contains(new Line(true, Mids.MICROPHONE))) {
            throw Problem.INVALID.because("The offer has no line to speak on");
        }
        String fingerprint = need(all, "a=fingerprint:sha-256 ");
        boolean local = all.stream().anyMatch(line -> line.startsWith("a=candidate:") && line.contains(" 127.0.0.1 "));
        return new RoomOffer(need(all, "a=ice-ufrag:"), need(all, "a=ice-pwd:"), fingerprint, local, lines);
    }

    private static String need(List<String> lines, String attribute) {
        Optional<String> value = lines.stream()
                .filter(line -> line.startsWith(attribute))
                .map(line -> line.substring(attribute.length()).strip())
                .findFirst();
        return value.orElseThrow(() -> Problem.INVALID.because("The offer has no " + attribute.strip()));
    }

    /** The answer of one who speaks on the first line, hears the pool, and has no pictures (RFC 8829). */
    public String answer(LocalEnd own, List<String> addresses) {
        var sdp = new StringBuilder(4_000);
        line(sdp, "v=0");
        line(sdp, "o=- " + own.session() + " 1 IN IP4 0.0.0.0");
        line(sdp, "s=-");
        line(sdp, "t=0 0");
        line(sdp, "a=ice-lite");
        List<String> taken =
                lines.stream().filter(RoomOffer::takes).map(Line::mid).toList();
        line(sdp, "a=group:BUNDLE " + String.join(" ", taken));
        for (Line one : lines) {
            if (takes(one)) {
                accept(sdp, one, own, addresses);
            } else {
                refuse(sdp, one);
            }
        }
        return sdp.toString();
    }

    private static boolean takes(Line line) {
        return line.audio() && (line.mid().equals(Mids.MICROPHONE) || line.mid().startsWith("a"));
    }

    private static void accept(StringBuilder sdp, Line one, LocalEnd own, List<String> addresses) {
        boolean speaks = one.mid().equals(Mids.MICROPHONE);
        int opus = PayloadType.OPUS.number();
        line(sdp, "m=audio 9 UDP/TLS/RTP/SAVPF " + opus);
        line(sdp, "c=IN IP4 0.0.0.0");
        line(sdp, "a=ice-ufrag:" + own.ufrag());
        line(sdp, "a=ice-pwd:" + own.password());
        line(sdp, "a=fingerprint:sha-256 " + own.fingerprint());
        line(sdp, "a=setup:active");
        if (speaks) {
            for (int i = 0; i < addresses.size(); i++) {
                long priority = (126L << 24) | ((long) (65_535 - i) << 8) | 255;
                line(
                        sdp,
                        "a=candidate:" + (i + 1) + " 1 udp " + priority + " " + addresses.get(i) + " " + own.port()
                                + " typ host");
            }
            line(sdp, "a=end-of-candidates");
        }
        line(sdp, "a=mid:" + one.mid());
        line(sdp, speaks ? "a=sendonly" : "a=recvonly");
        line(sdp, "a=rtcp-mux");
        line(sdp, "a=rtpmap:" + opus + " opus/48000/2");
    }

    private static void refuse(StringBuilder sdp, Line one) {
        int number = one.audio() ? PayloadType.OPUS.number() : PayloadType.VP8.number();
        line(sdp, "m=" + (one.audio() ? "audio" : "video") + " 0 UDP/TLS/RTP/SAVPF " + number);
        line(sdp, "c=IN IP4 0.0.0.0");
        line(sdp, "a=mid:" + one.mid());
        line(sdp, "a=inactive");
    }

    private static void line(StringBuilder sdp, String text) {
        sdp.append(text).append(END);
    }
}
