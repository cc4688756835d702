package org.patchbay.spi.tenancy;

import org.patchbay.api.identity.Right;

/**
 * What a section of a portal's file is. Immutable.
 *
 * @param name the field of the file, such as {@code departments}; camel case, unique in the running system
 * @param order sections are applied from the lowest on; what a section refers to has a lower one
 * @param form a record, or an array of records for a list. Components are texts, numbers, booleans, enums, days and times,
 *     optionals, lists, sets, maps from texts to plain values, and records of these
 * @param right that is needed everywhere in the portal to see the section and to apply it
 * @param asked whether it is written only when it is asked for
 */
public record Section<T>(String name, int order, Class<T> form, Right right, boolean asked) {

    /** A section that is always written. */
    public Section(String name, int order, Class<T> form, Right right) {
        this(name, order, form, right, false);
    }
}
