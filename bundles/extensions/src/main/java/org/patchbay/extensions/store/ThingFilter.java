package org.patchbay.extensions.store;

import java.util.Optional;
import java.util.Set;

/**
 * Which things of a kind are wanted. Immutable.
 *
 * @param departments those of these departments; empty for every one
 * @param text found in number or name, in small letters
 */
public record ThingFilter(
        String kind,
        Optional<Set<String>> departments,
        Optional<String> text,
        Optional<String> person,
        Optional<String> owner) {

    /** Every thing of the kind. */
    public static ThingFilter of(String kind) {
        return new ThingFilter(kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Those of a person. */
    public static ThingFilter of(String kind, String person) {
        return new ThingFilter(kind, Optional.empty(), Optional.empty(), Optional.of(person), Optional.empty());
    }

    /** Those that belong to a thing. */
    public static ThingFilter belonging(String kind, String owner) {
        return new ThingFilter(kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(owner));
    }
}
