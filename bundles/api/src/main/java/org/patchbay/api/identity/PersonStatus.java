package org.patchbay.api.identity;

/** Whether somebody may sign in. */
public enum PersonStatus {
    /** Not yet: the first day is still to come, or a first password is to be set; {@link PendingReason} says which. */
    PENDING,
    /** May sign in. */
    ACTIVE,
    /** Not until an administrator enables the account. */
    DISABLED,
    /** No more since the day after the last one. */
    EXPIRED
}
