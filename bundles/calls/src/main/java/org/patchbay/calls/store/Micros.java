package org.patchbay.calls.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as microseconds since the epoch, as columns hold them. */
final class Micros {

    private Micros() {}

    static long of(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static Instant toInstant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
