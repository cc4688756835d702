package org.patchbay.voicemail.box;

import java.time.Instant;
import java.util.Optional;

/**
 * A message in a mailbox. Immutable.
 *
 * @param id UUIDv7, so that ids are in the order of time
 * @param caller the number it came from; empty when withheld
 * @param callerName as shown; empty when not known
 * @param heard when it was heard first
 */
public record VoiceMessage(
        String id,
        String extension,
        String caller,
        String callerName,
        Instant received,
        long millis,
        long bytes,
        Optional<Instant> heard) {

    /** The same in another mailbox, as new. */
    public VoiceMessage in(String other, String newId, Instant at) {
        return new VoiceMessage(newId, other, caller, callerName, at, millis, bytes, Optional.empty());
    }
}
