package org.patchbay.api.signalling;

/** Names a leg; unique on the server as long as it lasts and for long after. Immutable. */
public record LegId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
