package org.patchbay.phonemedia.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads session descriptions (RFC 8866): at most 16 KiB, 16 m-lines and 512 lines. What is not known is passed over. Not
 * thread-safe; one for each description.
 */
public final class SdpReader {

    static final int LONGEST = 16_384;
    static final int MOST_MEDIA = 16;
    private static final int MOST_LINES = 512;

    private final MediaLines session = new MediaLines();
    private final List<MediaLines> media = new ArrayList<>();
    private List<String> bundle = List.of();

    private SdpReader() {}

    /**
     * Reads a description.
     *
     * @throws org.patchbay.api.PatchbayException with {@code INVALID} that says what is wrong
     */
    public static SessionDescription read(String text) {
        return new SdpReader().readAll(text);
    }

    private SessionDescription readAll(String text) {
        if (text.length() > LONGEST) {
            throw SessionDescription.wrong("is longer than " + LONGEST + " characters");
        }
        List<String> lines = text.lines().limit(MOST_LINES + 1).toList();
        if (lines.size() > MOST_LINES) {
            throw SessionDescription.wrong("has more than " + MOST_LINES + " lines");
        }
        if (lines.isEmpty() || !lines.get(0).strip().equals("v=0")) {
            throw SessionDescription.wrong("does not begin with v=0");
        }
        lines.forEach(this::readLine);
        return new SessionDescription(
                bundle,
                media.stream().map(description -> description.build(session)).toList());
    }

    private void readLine(String line) {
        if (line.length() < 2 || line.charAt(1) != '=') {
            return;
        }
        String value = line.substring(2).strip();
        MediaLines current = media.isEmpty() ? session : media.get(media.size() - 1);
        switch (line.charAt(0)) {
            case 'm' -> begin(value);
            case 'c' -> current.connection(value);
            case 'a' -> attribute(current, value);
            default -> {
                // nothing that sound depends on
            }
        }
    }

    private void begin(String value) {
        if (media.size() == MOST_MEDIA) {
            throw SessionDescription.wrong("has more than " + MOST_MEDIA + " m-lines");
        }
        var lines = new MediaLines();
        lines.begin(value);
        media.add(lines);
    }

    private void attribute(MediaLines current, String value) {
        int colon = value.indexOf(':');
        String name = (colon < 0 ? value : value.substring(0, colon)).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? "" : value.substring(colon + 1).strip();
        if (name.equals("group") && rest.startsWith("BUNDLE ")) {
            bundle = Words.of(rest.substring("BUNDLE ".length()));
        } else {
            current.attribute(name, rest);
        }
    }
}
