package org.patchbay.api.calls;

import java.util.Objects;

/** Names a call from its first ring to its record; a UUIDv7. Immutable. */
public record CallId(String value) {

    public CallId {
        Objects.requireNonNull(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
