package org.patchbay.spi.media;

/** A conference on a bridge; 1 to 64 letters, digits and dashes, unique over all portals. Immutable. */
public record ConferenceId(String value) {

    public ConferenceId {
        Check.name("/conference", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}
