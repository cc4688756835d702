package org.patchbay.phonemedia.sdp;

import java.net.InetSocketAddress;
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
public record RoomOffer(
        String ufrag, String password, String fingerprint, List<InetSocketAddress> candidates, List<Line> lines) {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_LINES = 80;
    private static final int MOST_CANDIDATES = 16;
    private static final int CANDIDATE_WORDS = 6;
    private static final int HIGHEST_PORT = 65_535;
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
        List<InetSocketAddress> candidates = all.stream()
                .filter(line -> line.startsWith("a=candidate:"))
                .flatMap(line -> candidate(line.split(" ", CANDIDATE_WORDS + 1)).stream())
                .distinct()
                .limit(MOST_CANDIDATES)
                .toList();
        return new RoomOffer(need(all, "a=ice-ufrag:"), need(all, "a=ice-pwd:"), fingerprint, candidates, lines);
    }

    /** Where the bridge listens by UDP (RFC 8839, section 5.1); names are left out and never looked up. */
    private static Optional<InetSocketAddress> candidate(String[] words) {
        if (words.length < CANDIDATE_WORDS || !words[1].equals("1") || !words[2].equalsIgnoreCase("udp")) {
            return Optional.empty();
        }
        String address = IpLiteral.of(words[4]);
        int port = words[5].matches("\\d{1,5}") ? Integer.parseInt(words[5]) : 0;
        return address.isEmpty() || port == 0 || port > HIGHEST_PORT
                ? Optional.empty()
                : Optional.of(new InetSocketAddress(address, port));
    }

    private static String need(List<String> lines, String attribute) {
        Optional<String> value = lines.stream()
                .filter(line -> line.startsWith(attribute))
                .map(line -> line.substring(attribute.length()).strip())
                .findFirst();
        return value.orElseThrow(() -> Problem.INVALID.because("The offer has no " + attribute.strip()));
    }

    /**
     * The answer of one who speaks on the first line, hears the pool, and has no pictures (RFC 8829). It names no candidates: the
     * bridge finds us by our checks, as it does a browser behind NAT.
     */
    public String answer(LocalEnd own) {
        var sdp = new StringBuilder(4_000);
        line(sdp, "v=0");
        line(sdp, "o=- " + own.session() + " 1 IN IP4 0.0.0.0");
        line(sdp, "s=-");
        line(sdp, "t=0 0");
        List<String> taken =
                lines.stream().filter(RoomOffer::takes).map(Line::mid).toList();
        line(sdp, "a=group:BUNDLE " + String.join(" ", taken));
        for (Line one : lines) {
            if (takes(one)) {
                accept(sdp, one, own);
            } else {
                refuse(sdp, one);
            }
        }
        return sdp.toString();
    }

    private static boolean takes(Line line) {
        return line.audio() && (line.mid().equals(Mids.MICROPHONE) || line.mid().startsWith("a"));
    }

    private static void accept(StringBuilder sdp, Line one, LocalEnd own) {
        boolean speaks = one.mid().equals(Mids.MICROPHONE);
        int opus = PayloadType.OPUS.number();
        line(sdp, "m=audio 9 UDP/TLS/RTP/SAVPF " + opus);
        line(sdp, "c=IN IP4 0.0.0.0");
        line(sdp, "a=ice-ufrag:" + own.ufrag());
        line(sdp, "a=ice-pwd:" + own.password());
        line(sdp, "a=fingerprint:sha-256 " + own.fingerprint());
        line(sdp, "a=setup:active");
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
