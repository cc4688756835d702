package org.patchbay.api.calls;

/** How a call ended. */
public enum CallResult {
    /** Somebody answered. */
    ANSWERED,
    /** Nobody but a mailbox or an assistant. */
    ATTENDED,
    /** Nobody did, in time. */
    MISSED,
    /** The caller gave up before. */
    GIVEN_UP,
    BUSY,
    REFUSED,
    /** It could not be put through. */
    FAILED,
    /** The server ended while the call went on. */
    RESTART
}
