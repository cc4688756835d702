package org.patchbay.door;

import java.util.Map;
import java.util.function.BiConsumer;

/** The headers of an answer that is a line of text and nothing else. */
final class PlainHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Content-Security-Policy", "default-src 'none'");

    private PlainHeaders() {}

    static void on(BiConsumer<String, String> answer) {
        HEADERS.forEach(answer);
    }
}
