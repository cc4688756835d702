package org.patchbay.api.extensions;

/** Which calls of an extension are recorded. */
public enum RecordingRule {
    NEVER,
    /** When the person presses the key for it. */
    ON_DEMAND,
    /** Those with the telephone network. */
    OUTSIDE,
    ALWAYS
}
