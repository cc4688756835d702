package org.patchbay.spi.media;

/**
 * One connection of one participant to a conference; 1 to 32 letters and digits, unique in its conference. Use eight
 * hexadecimal digits: every bridge takes them. Immutable.
 */
public record EndpointId(String value) {

    public EndpointId {
        Check.name("/endpoint", value, 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
