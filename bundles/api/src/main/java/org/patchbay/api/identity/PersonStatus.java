package org.patchbay.api.identity;

/** Whether somebody may sign in. */
public enum PersonStatus {
    /** Not before the day of activation. */
    PENDING,
    /** May sign in. */
    ACTIVE,
    /** Not until an administrator enables the account. */
    DISABLED,
    /** No more since the day after the last one. */
    EXPIRED
}
