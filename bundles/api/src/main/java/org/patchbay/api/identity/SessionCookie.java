package org.patchbay.api.identity;

/**
 * The cookie that holds a session's secret: for this host alone, over a trustworthy connection alone (a browser takes
 * {@code localhost} for one), out of scripts' reach.
 */
public final class SessionCookie {

    /** The cookie's name. */
    public static final String NAME = "__Host-patchbay";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private SessionCookie() {}

    /** The {@code Set-Cookie} value that begins a session. */
    public static String begin(String secret) {
        return NAME + "=" + secret + ATTRIBUTES;
    }

    /** The {@code Set-Cookie} value that takes the cookie away. */
    public static String end() {
        return NAME + "=" + ATTRIBUTES + "; Max-Age=0";
    }
}
