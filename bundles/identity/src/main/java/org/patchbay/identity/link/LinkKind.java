package org.patchbay.identity.link;

import java.util.Locale;

/** What a one-time link is for. */
enum LinkKind {
    /** Setting the first password, or a new one after an invitation. */
    WELCOME,
    /** Setting a new password after one was forgotten. */
    RECOVERY,
    /** Setting root's password on the first start, or when root has lost the way in. */
    ROOT_SETUP;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
