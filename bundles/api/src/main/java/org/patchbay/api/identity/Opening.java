package org.patchbay.api.identity;

import java.util.Map;

/**
 * Whether a department is open, and why. Immutable.
 *
 * @param reason {@code override}, {@code holiday}, {@code break}, {@code hours}, {@code outside-hours} or {@code always}
 * @param params what the reason is about: {@code until}, {@code name}, {@code from}
 */
public record Opening(boolean open, String reason, Map<String, String> params) {
    public Opening {
        params = Map.copyOf(params);
    }
}
