package org.patchbay.spi.media;

import java.util.Locale;
import java.util.regex.Pattern;

/** The SHA-256 hash of a certificate (RFC 8122): 32 pairs of hexadecimal digits with colons, upper case. Immutable. */
public record Fingerprint(String value) {

    /** The only hash function in use, as in {@code a=fingerprint}. */
    public static final String HASH = "sha-256";

    private static final Pattern FORM = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

    public Fingerprint {
        Check.that(value.length() == 95, "/fingerprint", "must be a SHA-256 hash with colons");
        value = value.toUpperCase(Locale.ROOT);
        Check.that(FORM.matcher(value).matches(), "/fingerprint", "must be a SHA-256 hash with colons");
    }
}
