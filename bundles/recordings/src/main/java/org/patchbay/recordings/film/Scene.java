package org.patchbay.recordings.film;

import java.util.List;
import java.util.Optional;
import org.patchbay.spi.media.EndpointId;

/**
 * A part of a film in which everything stays where it is.
 *
 * @param firstFrame counted from the film's beginning
 * @param large what is large; empty if nobody shows anything
 * @param strip the small ones beside it, from the top
 * @param speaker who speaks, if anybody has spoken yet
 */
record Scene(long firstFrame, long frames, Optional<Shown> large, List<Shown> strip, Optional<EndpointId> speaker) {

    static final int FRAMES_PER_SECOND = 25;
    static final int MILLIS_PER_FRAME = 1_000 / FRAMES_PER_SECOND;

    long startMillis() {
        return firstFrame * MILLIS_PER_FRAME;
    }

    long endMillis() {
        return (firstFrame + frames) * MILLIS_PER_FRAME;
    }

    boolean showsTheSameAs(Scene other) {
        boolean sameCard = large.isPresent() || speaker.equals(other.speaker);
        return large.equals(other.large) && strip.equals(other.strip) && sameCard;
    }
}
