package org.patchbay.identity.factor;

import java.time.Instant;

/** What an authenticator app shows. */
public final class Codes {

    private Codes() {}

    public static String of(String secret, Instant now) {
        return Totp.code(Base32.decode(secret), Totp.step(now), 6);
    }
}
