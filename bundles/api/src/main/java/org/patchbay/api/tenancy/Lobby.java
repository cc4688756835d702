package org.patchbay.api.tenancy;

/** Who waits before a meeting until a host lets them in; hosts never do. */
public enum Lobby {
    /** Nobody: who knows the link, and the PIN if there is one, is in. */
    OFF,
    /** Everybody without an account. */
    GUESTS,
    EVERYBODY
}
