package org.patchbay.sip.transaction;

import java.security.SecureRandom;
import org.patchbay.sip.message.Via;

/** Texts that nobody guesses: tags, branches, Call-IDs. Thread-safe. */
public final class Randoms {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.";
    private static final int LENGTH = 16;
    private static final Supply SUPPLY = new Supply();

    private Randoms() {}

    /** Sixteen letters of six random bits each. */
    public static String text() {
        return SUPPLY.draw();
    }

    /** A new branch (RFC 3261, section 8.1.1.7). */
    public static String branch() {
        return Via.COOKIE + text();
    }

    /** Draws many at once, as each drawing costs more than what is drawn. */
    private static final class Supply {

        private final byte[] bytes = new byte[64 * LENGTH];
        private int used = bytes.length;

        synchronized String draw() {
            if (used == bytes.length) {
                RANDOM.nextBytes(bytes);
                used = 0;
            }
            var letters = new char[LENGTH];
            for (int i = 0; i < LENGTH; i++) {
                letters[i] = LETTERS.charAt(bytes[used] & 63);
                bytes[used] = 0;
                used++;
            }
            return new String(letters);
        }
    }
}
