package org.patchbay.api.audit;

/** What kind of caller made a change. */
public enum AuditActor {
    /** Somebody of the portal. */
    PERSON,
    /** Somebody of root's portal. */
    ROOT,
    /** A guest of a meeting. */
    GUEST,
    /** Somebody who had not signed in, by a one-time link for instance. */
    NOBODY,
    /** The server by itself. */
    SYSTEM
}
