package org.patchbay.spi.media;

import java.util.regex.Pattern;
import org.patchbay.api.Problem;

/** Refuses bad values, naming the field. */
final class Check {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
    private static final Pattern ICE_TEXT = Pattern.compile("[A-Za-z0-9+/]{4,256}");

    private Check() {}

    static void that(boolean good, String pointer, String detail) {
        if (!good) {
            throw Problem.INVALID.at(pointer, "media.invalid", detail);
        }
    }

    static void name(String pointer, String value, int limit) {
        that(
                value.length() <= limit && NAME.matcher(value).matches(),
                pointer,
                "must be 1 to " + limit + " letters, digits and dashes");
    }

    /** An ice-char text (RFC 8839, section 5.4). */
    static void iceText(String pointer, String value, int least) {
        that(
                value.length() >= least
                        && value.length() <= 256
                        && ICE_TEXT.matcher(value).matches(),
                pointer,
                "must be " + least + " to 256 letters, digits, + and /");
    }
}
