package org.patchbay.media.forwarding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints by how lately they spoke, the dominant speaker first. Who begins to speak moves up to the second place;
 * who is clearly louder than the dominant speaker, or speaks while that one is silent, becomes dominant, but not within
 * {@link #LEAST_REIGN_NANOS} of the last change. Not thread-safe.
 */
final class SpeakerRanking {

    static final long LEAST_REIGN_NANOS = 1_000_000_000;

    /** In units of {@link Voice#loudness}, about dB. */
    static final double CLEARLY_LOUDER = 8;

    private final List<Endpoint> order = new ArrayList<>();
    private final List<Endpoint> speaking = new ArrayList<>();
    private @Nullable Endpoint dominant;
    private boolean everChanged;
    private long changedAt;

    void add(Endpoint endpoint) {
        order.add(endpoint);
    }

    void remove(Endpoint endpoint) {
        order.remove(endpoint);
        speaking.remove(endpoint);
        if (dominant == endpoint) {
            dominant = null;
        }
    }

    /** Looks at all voices; answers whether the order changed. */
    boolean update(long now) {
        boolean changed = false;
        Endpoint loudest = null;
        for (Endpoint endpoint : List.copyOf(order)) {
            if (!endpoint.voice().isSpeaking(now)) {
                speaking.remove(endpoint);
                continue;
            }
            if (!speaking.contains(endpoint)) {
                speaking.add(endpoint);
                if (moveTo(endpoint, dominant == null || dominant == endpoint ? 0 : 1)) {
                    changed = true;
                }
            }
            if (loudest == null || endpoint.voice().loudness() > loudest.voice().loudness()) {
                loudest = endpoint;
            }
        }
        return elect(loudest, now) || changed;
    }

    private boolean elect(@Nullable Endpoint candidate, long now) {
        if (candidate == null || candidate == dominant || (everChanged && now - changedAt < LEAST_REIGN_NANOS)) {
            return false;
        }
        boolean wins = dominant == null
                || !speaking.contains(dominant)
                || candidate.voice().loudness() > dominant.voice().loudness() + CLEARLY_LOUDER;
        if (wins) {
            dominant = candidate;
            everChanged = true;
            changedAt = now;
            moveTo(candidate, 0);
        }
        return wins;
    }

    private boolean moveTo(Endpoint endpoint, int place) {
        if (order.indexOf(endpoint) <= place) {
            return false;
        }
        order.remove(endpoint);
        order.add(place, endpoint);
        return true;
    }

    @Nullable Endpoint dominant() {
        return dominant;
    }

    /** Dominant first. */
    List<Endpoint> order() {
        return order;
    }
}
