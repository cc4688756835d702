package org.patchbay.spi.web;

/** The cookie that carries a session's secret; the value of a {@code Set-Cookie} header. */
public final class SessionCookie {

    /** The cookie's name; its prefix binds it to one host over a trustworthy connection. */
    public static final String NAME = "__Host-patchbay";

    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private SessionCookie() {}

    /** Gives the browser the secret of a session that was just made. */
    public static String of(String secret) {
        return NAME + "=" + secret + ATTRIBUTES;
    }

    /** Takes the secret away again. */
    public static String ended() {
        return NAME + "=; Max-Age=0" + ATTRIBUTES;
    }
}
