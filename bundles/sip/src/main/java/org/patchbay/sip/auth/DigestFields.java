package org.patchbay.sip.auth;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.patchbay.sip.message.Tokens;

/** The fields of a challenge or of an answer to one (RFC 7616, sections 3.3 and 3.4). Immutable. */
record DigestFields(Map<String, String> values) {

    private static final String SCHEME = "Digest ";
    private static final int LONGEST = 4096;

    /** Reads the value of a header; empty if it is of another scheme. */
    static Optional<DigestFields> parse(String text) {
        if (text.length() > LONGEST || !text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String part : Tokens.split(text.substring(SCHEME.length()), ',')) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                values.putIfAbsent(
                        name, Tokens.unquote(part.substring(equals + 1).strip()));
            }
        }
        return Optional.of(new DigestFields(values));
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    Optional<DigestAlgorithm> algorithm() {
        return DigestAlgorithm.of(get("algorithm"));
    }

    /** The response that belongs to these fields (RFC 7616, section 3.4.1). */
    String expected(DigestAlgorithm algorithm, String secret, String method) {
        String request = algorithm.hash(method + ':' + get("uri"));
        String middle = get("qop").isEmpty()
                ? get("nonce")
                : get("nonce") + ':' + get("nc") + ':' + get("cnonce") + ':' + get("qop");
        return algorithm.hash(secret + ':' + middle + ':' + request);
    }
}
