package org.patchbay.web.entry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Percent-encoding (RFC 3986, section 2.1). */
final class Encoding {

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private Encoding() {}

    /** Whether each percent sign of a query, if there is one, begins an encoded byte. */
    static boolean isWhole(@Nullable String query) {
        return query == null || !BROKEN.matcher(query).find();
    }
}
