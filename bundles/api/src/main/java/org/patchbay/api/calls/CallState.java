package org.patchbay.api.calls;

/** What a call is doing. */
public enum CallState {
    /** It is decided where it goes. */
    DECIDING,
    /** Phones ring. */
    RINGING,
    /** The caller waits for an agent. */
    WAITING,
    /** The caller hears a menu or an announcement. */
    LISTENING,
    TALKING,
    /** Somebody holds it. */
    HELD,
    /** It waits at a parking place. */
    PARKED,
    ENDED
}
