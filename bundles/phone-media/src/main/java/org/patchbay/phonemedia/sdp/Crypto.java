package org.patchbay.phonemedia.sdp;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One {@code a=crypto} line: a suite with the key and salt of whoever wrote it (RFC 4568). Immutable; the bytes are not to
 * be changed.
 */
public final class Crypto {

    private static final String INLINE = "inline:";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int tag;
    private final CryptoSuite suite;
    private final byte[] keying;

    private Crypto(int tag, CryptoSuite suite, byte[] keying) {
        this.tag = tag;
        this.suite = suite;
        this.keying = keying;
    }

    /** A line with a new key. */
    static Crypto create(int tag, CryptoSuite suite) {
        byte[] keying = new byte[suite.keyingLength()];
        RANDOM.nextBytes(keying);
        return new Crypto(tag, suite, keying);
    }

    /** Reads what follows {@code a=crypto:}; nothing if we cannot do what it asks for (MKI, several keys, no encryption). */
    static Optional<Crypto> read(String text) {
        String[] parts = text.strip().split("\\s+", 4);
        if (parts.length < 3 || !parts[0].matches("\\d{1,9}") || !isPlain(parts)) {
            return Optional.empty();
        }
        String key = parts[2];
        if (!key.toLowerCase(Locale.ROOT).startsWith(INLINE) || key.contains(";")) {
            return Optional.empty();
        }
        String[] fields = key.substring(INLINE.length()).split("\\|", -1);
        if (fields.length > 2 || (fields.length == 2 && fields[1].contains(":"))) {
            return Optional.empty();
        }
        return CryptoSuite.find(parts[1]).flatMap(suite -> decode(fields[0], suite)
                .map(keying -> new Crypto(Integer.parseInt(parts[0]), suite, keying)));
    }

    private static boolean isPlain(String[] parts) {
        if (parts.length < 4) {
            return true;
        }
        for (String parameter : parts[3].split("\\s+")) {
            if (!parameter.startsWith("WSH=")) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> decode(String text, CryptoSuite suite) {
        try {
            byte[] keying = Base64.getDecoder().decode(text);
            return keying.length == suite.keyingLength() ? Optional.of(keying) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public int tag() {
        return tag;
    }

    public CryptoSuite suite() {
        return suite;
    }

    public byte[] key() {
        return Arrays.copyOf(keying, CryptoSuite.KEY_LENGTH);
    }

    public byte[] salt() {
        return Arrays.copyOfRange(keying, CryptoSuite.KEY_LENGTH, keying.length);
    }

    /** The line, after {@code a=crypto:}. */
    String text() {
        return tag + " " + suite + " " + INLINE + Base64.getEncoder().encodeToString(keying);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crypto that
                && suite == that.suite
                && tag == that.tag
                && Arrays.equals(keying, that.keying);
    }

    @Override
    public int hashCode() {
        return Objects.hash(tag, suite, Arrays.hashCode(keying));
    }

    @Override
    public String toString() {
        return "Crypto[" + tag + " " + suite + "]";
    }
}
