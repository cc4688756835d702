package org.patchbay.meetings.room;

import java.time.Duration;
import java.time.Instant;

/** Some at once, then one now and then. Confined to its owner. */
final class Pace {

    private final int atOnce;
    private final Duration each;
    private Instant full = Instant.MIN;

    Pace(int atOnce, Duration each) {
        this.atOnce = atOnce;
        this.each = each;
    }

    /** Counts one; answers false, and does not count it, if it is one too many. */
    boolean pass(Instant now) {
        Instant next = (full.isBefore(now) ? now : full).plus(each);
        if (next.isAfter(now.plus(each.multipliedBy(atOnce)))) {
            return false;
        }
        full = next;
        return true;
    }
}
