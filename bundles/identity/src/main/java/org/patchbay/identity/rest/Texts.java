package org.patchbay.identity.rest;

import java.util.Optional;
import org.patchbay.api.Problem;

/** Bounds what is typed. */
final class Texts {

    private Texts() {}

    static String bounded(String pointer, Optional<String> text, int longest) {
        String present = text.orElseThrow(() -> Problem.INVALID.at(pointer, "field.missing", "is missing"));
        if (present.length() > longest) {
            throw Problem.INVALID.at(pointer, "too-long", "is longer than " + longest + " characters");
        }
        return present;
    }
}
