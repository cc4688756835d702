package org.patchbay.meetings.room;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.patchbay.api.Problem;

/** Bounds how often the same person or guest comes in: some times at once, then now and then. Confined to a room. */
final class Turnstile {

    private static final int AT_ONCE = 20;
    private static final Duration EACH_FURTHER = Duration.ofSeconds(15);
    private static final int REMEMBERED = 1000;

    /** For each holder, the moment at which all of their turns are there again. */
    private final Map<String, Instant> full = new LinkedHashMap<>();

    /** Counts a join; LIMITED with {@code retryAfter} seconds if there were too many. */
    void pass(String holder, Instant now) {
        Instant before = full.getOrDefault(holder, now);
        Instant next = (before.isBefore(now) ? now : before).plus(EACH_FURTHER);
        Duration tooEarly = Duration.between(now.plus(EACH_FURTHER.multipliedBy(AT_ONCE)), next);
        if (!tooEarly.isNegative() && !tooEarly.isZero()) {
            throw Problem.LIMITED.because(
                    "meeting.joins",
                    "Joined too often; try again in a moment",
                    Map.of("retryAfter", tooEarly.toSeconds() + 1));
        }
        full.remove(holder);
        full.put(holder, next);
        if (full.size() > REMEMBERED) {
            full.remove(full.keySet().iterator().next());
        }
    }
}
