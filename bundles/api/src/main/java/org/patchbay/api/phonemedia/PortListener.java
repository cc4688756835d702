package org.patchbay.api.phonemedia;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what comes in at a port. Called by one thread at a time; must return soon. */
@ConsumerType
public interface PortListener {

    /** The first sound came. */
    default void flowing() {}

    /** A key was pressed: {@code 0-9 * # A-D}; each press once, in whichever way it came (RFC 4733 or in-band). */
    default void digit(char digit) {}

    /** What was to be played is over. */
    default void played() {}

    /** A recording ended by itself, as its disk takes nothing more; what was written stays. */
    default void recordingEnded() {}

    /** Nothing came for as long as the configuration says (RTP and RTCP): the phone has vanished, probably. */
    default void silent() {}
}
