package org.patchbay.api.contacts;

import java.util.Optional;

/**
 * Which contacts are wanted.
 *
 * @param text beginnings of words of name, company or address in any order, or of a number; without case and accents
 * @param group the name of a group
 */
public record ContactFilter(Optional<String> text, Optional<String> group, Optional<Visibility> visibility) {

    /** Every contact that the caller may see. */
    public static final ContactFilter ALL = new ContactFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Those that match the text. */
    public static ContactFilter of(String text) {
        return new ContactFilter(Optional.of(text), Optional.empty(), Optional.empty());
    }
}
