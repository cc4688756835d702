package org.patchbay.api.signalling;

/** How a trunk is doing. */
public enum TrunkState {
    /** Not set up here, or not tried yet. */
    UNKNOWN,
    /** It registered, or answers. */
    UP,
    /** It does not answer, or refuses: calls go by the next one. */
    DOWN,
    /** It refuses the name or the password. */
    REFUSED,
    /** Nobody who is trusted here signed its TLS certificate; it is down. */
    UNTRUSTED,
    /** Its TLS certificate names another host; it is down. */
    OTHER_HOST,
    /** Its TLS certificate has expired, or its time has not begun; it is down. */
    EXPIRED
}
