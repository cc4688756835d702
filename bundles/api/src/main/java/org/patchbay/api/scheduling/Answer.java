package org.patchbay.api.scheduling;

/** What somebody answers an invitation (RFC 5545, PARTSTAT). */
public enum Answer {
    /** Nothing yet. */
    NEEDS_ACTION,
    ACCEPTED,
    TENTATIVE,
    DECLINED
}
