package org.patchbay.events.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Failures in a row and the growing pause after them. Used by one thread at a time, read by others. */
final class Setback {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int MESSAGE_CHARS = 300;

    private final Clock clock;
    private volatile int failures;
    private volatile Instant next = Instant.MIN;
    private volatile String message = "";

    Setback(Clock clock) {
        this.clock = clock;
    }

    /** Counts a failure and answers the pause. */
    Duration failed(Throwable failure) {
        int before = failures;
        Duration pause = before >= 12 ? LONGEST : FIRST.multipliedBy(1L << before);
        String text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        message = text.substring(0, Math.min(MESSAGE_CHARS, text.length()));
        next = clock.instant().plus(pause);
        failures = before + 1;
        return pause;
    }

    void succeeded() {
        failures = 0;
        next = Instant.MIN;
        message = "";
    }

    boolean pausing() {
        return clock.instant().isBefore(next);
    }

    int failures() {
        return failures;
    }

    Optional<String> message() {
        return Optional.of(message).filter(text -> !text.isEmpty());
    }

    Optional<Instant> next() {
        return Optional.of(next).filter(instant -> !instant.equals(Instant.MIN));
    }
}
