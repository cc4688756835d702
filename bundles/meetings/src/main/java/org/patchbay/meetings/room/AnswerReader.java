package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;

/** Reads the transport out of a browser's SDP answer (RFC 8866, RFC 8839, RFC 8122); everything is bundled on one. */
final class AnswerReader {

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_CANDIDATES = 32;

    private AnswerReader() {}

    static RemoteTransport read(String sdp) {
        if (sdp.length() > MAX_LENGTH) {
            throw Problem.INVALID.at("/answer/sdp", "too-long", "is longer than " + MAX_LENGTH + " characters");
        }
        List<String> lines = sdp.lines().toList();
        String setup = need(lines, "a=setup:");
        if (!setup.equals("active")) {
            throw Problem.INVALID.at("/answer/sdp", "sdp.invalid", "must say a=setup:active");
        }
        String[] fingerprint = need(lines, "a=fingerprint:").split(" ", 2);
        if (fingerprint.length != 2 || !fingerprint[0].toLowerCase(Locale.ROOT).equals(Fingerprint.HASH)) {
            throw Problem.INVALID.at("/answer/sdp", "sdp.invalid", "needs a fingerprint by " + Fingerprint.HASH);
        }
        return new RemoteTransport(
                need(lines, "a=ice-ufrag:"),
                need(lines, "a=ice-pwd:"),
                new Fingerprint(fingerprint[1].strip()),
                candidates(lines));
    }

    private static List<Candidate> candidates(List<String> lines) {
        List<Candidate> found = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("a=candidate:") && line.contains(" 1 udp ") && found.size() < MAX_CANDIDATES) {
                found.add(Candidate.parse(line));
            }
        }
        return found;
    }

    private static String need(List<String> lines, String attribute) {
        Optional<String> value = lines.stream()
                .filter(line -> line.startsWith(attribute))
                .map(line -> line.substring(attribute.length()).strip())
                .findFirst();
        return value.orElseThrow(
                () -> Problem.INVALID.at("/answer/sdp", "sdp.invalid", "has no " + attribute.replace(":", "")));
    }
}
