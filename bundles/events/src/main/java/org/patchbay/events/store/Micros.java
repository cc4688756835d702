package org.patchbay.events.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as microseconds since 1970. */
final class Micros {

    private Micros() {}

    static long of(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    static long ofMillis(long millis) {
        return millis * 1_000;
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
