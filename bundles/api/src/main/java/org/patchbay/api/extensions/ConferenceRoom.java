package org.patchbay.api.extensions;

import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.identity.DepartmentId;

/**
 * A room in which everybody who calls hears the others. Immutable.
 *
 * @param pin 4 to 10 digits that a caller enters; empty for none
 * @param most how many fit in, 2 to 200
 */
public record ConferenceRoom(
        String id, String number, String name, DepartmentId department, Optional<String> pin, int most, long version) {

    private static final Pattern PIN = Pattern.compile("\\d{4,10}");
    private static final int LARGEST = 200;

    public ConferenceRoom {
        Bounds.internal(number);
        name = Bounds.name(name);
        if (pin.isPresent() && !PIN.matcher(pin.get()).matches()) {
            throw Bounds.invalid("pin", "pin.format", "must be 4 to 10 digits");
        }
        Bounds.range("most", most, 2, LARGEST);
    }
}
