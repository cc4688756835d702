package org.patchbay.sip.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.patchbay.spi.signalling.SipAccount;

/** What a digest is made with (RFC 7616, section 3.2; RFC 8760). Thread-safe. */
public enum DigestAlgorithm {
    MD5("MD5"),
    SHA_256("SHA-256");

    private final String label;
    private final MessageDigest fresh;

    DigestAlgorithm(String label) {
        this.label = label;
        try {
            this.fresh = MessageDigest.getInstance(label);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As headers have it. */
    public String label() {
        return label;
    }

    /** The one that a header names; MD5 where it names none. */
    public static Optional<DigestAlgorithm> of(String label) {
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.label.equalsIgnoreCase(label)) {
                return Optional.of(algorithm);
            }
        }
        return label.isEmpty() ? Optional.of(MD5) : Optional.empty();
    }

    /** What the account has in place of its password. */
    String secret(SipAccount account) {
        return this == MD5 ? account.md5() : account.sha256();
    }

    /** The digest as lower-case hexadecimal. */
    public String hash(String text) {
        try {
            // A copy costs less than looking for the algorithm.
            var digest = (MessageDigest) fresh.clone();
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
