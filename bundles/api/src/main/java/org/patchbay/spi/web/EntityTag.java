package org.patchbay.spi.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;

/**
 * The version of a single resource as its ETag: {@code "7"}, or {@code "7.0c3f…"} where more is answered than is stored
 * with the version, such as whether something runs. Whoever changes the resource builds on the version alone.
 */
public final class EntityTag {

    private static final Pattern STRONG = Pattern.compile("\"(0|[1-9][0-9]{0,17})(?:\\.[0-9a-f]{16})?\"");

    private EntityTag() {}

    /** The value of the answer's {@code ETag} header. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The same for an answer that changes also while the version stays; equal answers have equal tags. */
    public static String of(long version, Record answer) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(answer.toString().getBytes(StandardCharsets.UTF_8));
            return "\"" + version + '.' + HexFormat.of().formatHex(hash, 0, 8) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The version that a change builds on.
     *
     * @param ifMatch the header {@code If-Match} as it came, null without one
     * @throws org.patchbay.api.PatchbayException INVALID unless it is one strong tag
     */
    public static long require(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Problem.INVALID.at("If-Match", "if-match.missing", "the header must name the version to change");
        }
        var tag = STRONG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.INVALID.at("If-Match", "if-match.invalid", "must be the ETag of the resource, such as \"7\"");
        }
        return Long.parseLong(tag.group(1));
    }
}
