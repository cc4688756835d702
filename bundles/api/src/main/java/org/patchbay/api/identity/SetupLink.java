package org.patchbay.api.identity;

import java.time.Instant;

/** A link that sets a person's password, once; its text form hides it. Immutable. */
public record SetupLink(String link, Instant expires) {

    @Override
    public String toString() {
        return "SetupLink until " + expires;
    }
}
