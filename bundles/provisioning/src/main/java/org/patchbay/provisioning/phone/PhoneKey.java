package org.patchbay.provisioning.phone;

import java.util.regex.Pattern;
import org.patchbay.api.Names;
import org.patchbay.api.Problem;

/**
 * A key of a phone. Immutable.
 *
 * @param value the number that it shows or calls
 * @param label what stands beside it
 */
public record PhoneKey(Kind kind, String value, String label) {

    private static final Pattern NUMBER = Pattern.compile("[+*#]?[0-9*#]{1,20}");
    private static final int LABEL = 40;

    public PhoneKey {
        if (!NUMBER.matcher(value).matches()) {
            throw Problem.INVALID.at("/value", "phone.key-value", "must be a number as it is dialled, to 20 digits");
        }
        label = Names.check("/label", label, LABEL);
    }

    /** What a key is for. */
    public enum Kind {
        /** Shows whether somebody is in a call, calls them, and takes what rings there. */
        EXTENSION,
        /** Shows and takes a parked call. */
        PARK,
        /** Calls a number. */
        SPEED_DIAL
    }
}
