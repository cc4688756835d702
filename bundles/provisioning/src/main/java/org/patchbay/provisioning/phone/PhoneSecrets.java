package org.patchbay.provisioning.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * What only the phone and who sets it up may know. Immutable.
 *
 * @param token the way to its first file: 128 bits in hexadecimal
 * @param admin the password of the phone's own pages
 * @param fetch the password with which it fetches its file later on
 */
public record PhoneSecrets(String token, String admin, String fetch) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final int PASSWORD_BYTES = 12;
    private static final String SEPARATOR = "\n";

    /** Fresh ones. */
    public static PhoneSecrets make() {
        return new PhoneSecrets(random(TOKEN_BYTES), random(PASSWORD_BYTES), random(TOKEN_BYTES));
    }

    /** Random bytes in hexadecimal. */
    public static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /** One text, to be sealed. */
    public String text() {
        return String.join(SEPARATOR, token, admin, fetch);
    }

    /** What {@link #text} wrote. */
    public static PhoneSecrets of(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return new PhoneSecrets(parts[0], parts[1], parts[2]);
    }

    /** By what a token is found again. */
    public static String hash(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "PhoneSecrets[]";
    }
}
