package org.patchbay.api.tenancy;

/** Who may share a screen in a meeting without being asked to by a host. */
public enum ScreenSharing {
    HOSTS,
    /** Everybody with an account. */
    MEMBERS,
    /** Guests too. */
    EVERYBODY
}
