package org.patchbay.sip.message;

import java.util.Optional;

/**
 * The number of a request within its dialog (RFC 3261, section 20.16). Immutable.
 *
 * @param number below 2^31
 */
public record CSeq(long number, String method) {

    private static final long LIMIT = 1L << 31;

    /** Reads one. */
    public static Optional<CSeq> parse(String text) {
        int space = 0;
        while (space < text.length() && text.charAt(space) > ' ') {
            space++;
        }
        String method = text.substring(space).strip();
        return Tokens.number(text.substring(0, space))
                .filter(number -> number < LIMIT && Tokens.isToken(method))
                .map(number -> new CSeq(number, method));
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
