package org.patchbay.identity.rest;

import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;

/** The {@code Origin} of a request, which the web slice has compared with the host that it came to. */
final class Origins {

    private Origins() {}

    static String require(@Nullable String origin) {
        if (origin == null || !origin.matches("https?://[\\w.:\\[\\]-]{1,270}")) {
            throw Problem.INVALID.because("passkey.origin", "Passkeys work in browsers only");
        }
        return origin;
    }
}
