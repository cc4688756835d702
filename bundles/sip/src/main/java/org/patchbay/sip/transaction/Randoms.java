package org.patchbay.sip.transaction;

import java.security.SecureRandom;
import org.patchbay.sip.message.Via;

/** Texts that nobody guesses: tags, branches, Call-IDs. Thread-safe. */
public final class Randoms {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.";
    private static final int LENGTH = 16;

    private Randoms() {}

    /** Sixteen letters of six random bits each. */
    public static String text() {
        var bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        var out = new StringBuilder(LENGTH);
        for (byte b : bytes) {
            out.append(LETTERS.charAt(b & 63));
        }
        return out.toString();
    }

    /** A new branch (RFC 3261, section 8.1.1.7). */
    public static String branch() {
        return Via.COOKIE + text();
    }
}
