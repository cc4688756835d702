package org.patchbay.web.entry;

import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/** The headers of every answer. */
final class Headers {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self), geolocation=()");

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; connect-src 'self' %s; media-src 'self' blob:; font-src 'self';"
            + " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private Headers() {}

    static void on(HttpServletResponse response, Origin origin) {
        ALWAYS.forEach(response::setHeader);
        var socket = (origin.secure() ? "wss://" : "ws://") + origin.authority();
        response.setHeader("Content-Security-Policy", POLICY.formatted(socket));
        if (origin.secure() && !origin.local()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
