package org.patchbay.scheduling.planning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets of links: 128 random bits, kept as a hash. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Secret() {}

    /** In lower case, so that it may be a part of a mail address. */
    public static String next() {
        return HexFormat.of().formatHex(bits());
    }

    /** As short as can be, for the link of a meeting. */
    static String code() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits());
    }

    private static byte[] bits() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return bits;
    }

    /** SHA-256, hexadecimal. */
    public static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
