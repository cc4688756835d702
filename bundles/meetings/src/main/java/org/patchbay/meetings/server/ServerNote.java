package org.patchbay.meetings.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a media server beside what it says itself. Immutable.
 *
 * @param draining whether it takes no new meetings, so that it can be stopped
 * @param drained whether its last meeting has ended since
 * @param downSince when it went down; empty while it works
 * @param told when somebody was last sent a mail about it
 */
public record ServerNote(
        String server, boolean draining, boolean drained, Optional<Instant> downSince, Optional<Instant> told) {

    /** Nothing is known. */
    public static ServerNote blank(String server) {
        return new ServerNote(server, false, false, Optional.empty(), Optional.empty());
    }

    ServerNote draining(boolean on) {
        return on == draining ? this : new ServerNote(server, on, false, downSince, told);
    }

    ServerNote emptied() {
        return draining ? new ServerNote(server, true, true, downSince, told) : this;
    }

    ServerNote down(Instant at) {
        return downSince.isPresent() ? this : new ServerNote(server, draining, drained, Optional.of(at), told);
    }

    ServerNote up() {
        return new ServerNote(server, draining, drained, Optional.empty(), told);
    }

    /** Told now, unless that was less than the pause ago. */
    ServerNote told(Instant at, Duration pause) {
        boolean again = told.filter(last -> last.plus(pause).isAfter(at)).isEmpty();
        return again ? new ServerNote(server, draining, drained, downSince, Optional.of(at)) : this;
    }
}
