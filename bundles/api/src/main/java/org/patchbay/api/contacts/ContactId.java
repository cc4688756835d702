package org.patchbay.api.contacts;

/** The immutable id of a contact; a UUIDv7. Immutable. */
public record ContactId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
