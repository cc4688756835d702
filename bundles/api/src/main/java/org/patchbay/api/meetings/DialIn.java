package org.patchbay.api.meetings;

import java.util.List;

/**
 * How a room is reached by telephone. Immutable.
 *
 * @param number of the room, 8 digits, unique in the portal
 * @param phones what is called for it: numbers in E.164, or a code that phones of the portal dial
 */
public record DialIn(String number, List<String> phones) {

    public DialIn {
        phones = List.copyOf(phones);
    }
}
