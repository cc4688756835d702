package org.patchbay.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;

/** Makes UUIDv7 ids (RFC 9562, section 5.7): 48 bits of milliseconds, then random. Thread-safe. */
public final class Ids {

    private static final int CHARS = 36;
    private static final int VERSION = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A fresh id of this moment. */
    public static String next() {
        return next(Clock.systemUTC());
    }

    /** The moment within a UUIDv7, in milliseconds since 1970; empty for what is no such id. */
    public static OptionalLong moment(String id) {
        if (id.length() != CHARS) {
            return OptionalLong.empty();
        }
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.version() == VERSION
                    ? OptionalLong.of(uuid.getMostSignificantBits() >>> 16)
                    : OptionalLong.empty();
        } catch (IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /** A fresh id of the clock's moment. */
    public static String next(Clock clock) {
        long high = clock.millis() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
