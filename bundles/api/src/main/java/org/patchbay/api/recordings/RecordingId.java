package org.patchbay.api.recordings;

/** The immutable id of a recording; a UUIDv7. Immutable. */
public record RecordingId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
