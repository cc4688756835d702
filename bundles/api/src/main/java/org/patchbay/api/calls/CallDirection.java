package org.patchbay.api.calls;

/** Where a call comes from and goes to. */
public enum CallDirection {
    INTERNAL,
    INCOMING,
    OUTGOING
}
