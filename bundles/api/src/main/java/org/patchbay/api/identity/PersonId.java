package org.patchbay.api.identity;

/** The immutable id of a person; a UUIDv7. Immutable. */
public record PersonId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
