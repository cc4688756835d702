package org.patchbay.api.extensions;

/** What the digits that somebody dialled mean. */
public sealed interface Dialled {

    /** An internal number. */
    record Internal(Destination destination) implements Dialled {}

    /** A place for parked calls. */
    record Parked(String place) implements Dialled {}

    /**
     * A code for a feature.
     *
     * @param argument the digits after it; empty when there are none
     */
    record Feature(FeatureCode code, String argument) implements Dialled {}

    /** A number for emergencies; always allowed, on any trunk, as it is. */
    record Emergency(String number) implements Dialled {}

    /**
     * A number of the telephone network.
     *
     * @param number E.164 with a plus
     * @param country ISO 3166 code; empty for one of no country
     * @param premium whether it is at a higher rate
     */
    record Outside(String number, String country, boolean premium) implements Dialled {}

    /** Nothing that is known here. */
    record Unknown() implements Dialled {}
}
