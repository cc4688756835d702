package org.patchbay.web.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The token that a page sends to show that it can read its own session. */
public final class WriteToken {

    private WriteToken() {}

    /** Compares in constant time. */
    public static boolean equal(String token, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
