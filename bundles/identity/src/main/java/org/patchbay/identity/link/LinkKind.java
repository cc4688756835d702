package org.patchbay.identity.link;

import java.util.Locale;

/** What a one-time link is for. */
enum LinkKind {
    /** Setting the first password, or a new one after an invitation. */
    WELCOME,
    /** Setting root's password on the first start. */
    ROOT_SETUP;

    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
