package org.patchbay.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.calls.call.Switchboard;
import org.patchbay.calls.call.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes those whose time it is: once, and once more when nobody answered. Of several nodes the one that takes the time out
 * of the database does it. Thread-safe.
 */
final class WakeUps {

    private static final Logger log = LoggerFactory.getLogger(WakeUps.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final Duration TOO_LATE = Duration.ofMinutes(30);

    private final Switchboard board;
    private final Timers timers;
    private final Clock clock;

    WakeUps(Switchboard board, Timers timers, Clock clock) {
        this.board = board;
        this.timers = timers;
        this.clock = clock;
    }

    /** Those of all portals. Reads memory, and waits for the database only where somebody is due. */
    void look() {
        Instant now = clock.instant();
        board.hub().book().extensions().toWake(now).forEach((portal, due) -> wake(portal, due, now));
    }

    private void wake(PortalId portal, List<PhoneServices> all, Instant now) {
        var extensions = board.hub().book().extensions();
        for (PhoneServices due : all) {
            boolean late = due.wakeUp()
                    .filter(at -> at < now.minus(TOO_LATE).getEpochSecond())
                    .isPresent();
            boolean here = board.hub().facts().reachable(portal, due.extension());
            try {
                if ((here || late) && taken(portal, due) && !late) {
                    extensions.find(portal, due.extension()).ifPresent(one -> ring(portal, one));
                }
            } catch (RuntimeException e) {
                log.warn("Somebody is not woken", e);
            }
        }
    }

    private boolean taken(PortalId portal, PhoneServices due) {
        var taken = new AtomicBoolean();
        board.hub().book().extensions().serve(portal, due.extension(), present -> {
            taken.set(present.wakeUp().equals(due.wakeUp()));
            return taken.get() ? present.wakeUp(Optional.empty()) : present;
        });
        return taken.get();
    }

    private void ring(PortalId portal, Extension one) {
        board.wake(portal, one, () -> timers.after(AGAIN, () -> board.wake(portal, one, () -> {})));
    }
}
