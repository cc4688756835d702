package org.patchbay.api.identity;

/** What somebody who is pending is waiting for. */
public enum PendingReason {
    /** The first day is still to come; until then no link for setting a password works. */
    BEFORE_FIRST_DAY,
    /** Nothing but a first password is missing, which the person sets by a link. */
    NO_PASSWORD
}
