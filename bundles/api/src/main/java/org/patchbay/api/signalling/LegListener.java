package org.patchbay.api.signalling;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what becomes of one leg. Called by one thread at a time, in order; must return soon. Descriptions are session
 * descriptions (RFC 8866) of at most 16 KiB.
 */
@ConsumerType
public interface LegListener {

    /** The called phone rings (180) or something is to be heard already (183 with a description). */
    default void progressed(int status, Optional<String> description) {}

    /** The called phone took the call. */
    default void answered(String description) {}

    /** The far end offers another description, to hold for instance; answered by the leg's {@code answerOffer}. */
    default void offered(String description) {}

    /** The far end took the leg's offer. */
    default void offerAnswered(String description) {}

    /** The far end did not take the leg's offer; everything stays as it was. */
    default void offerRefused(int status) {}

    /** A key was pressed, told by INFO. Keys within the sound come from phone media. */
    default void digit(char digit) {}

    /** The far end wants to be put through to somebody else (REFER); told on by the leg's {@code transferred}. */
    default void transferAsked(TransferRequest request) {}

    /** The called phone wants the call to go to another number (3xx with a Contact); the leg's end follows. */
    default void redirected(String number) {}

    /** The leg is over, for whatever reason; nothing follows. */
    void ended(LegEnd reason);
}
