package org.patchbay.voicemail.rest;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.voicemail.box.VoiceMessage;

/**
 * A message as it is shown, as in {@link VoiceMessage}. Immutable.
 *
 * @param heardAt when it was heard first
 */
public record ShownMessage(
        String id,
        String extension,
        String caller,
        String callerName,
        Instant received,
        long millis,
        long bytes,
        boolean heard,
        Optional<Instant> heardAt) {

    static ShownMessage of(VoiceMessage message) {
        return new ShownMessage(
                message.id(),
                message.extension(),
                message.caller(),
                message.callerName(),
                message.received(),
                message.millis(),
                message.bytes(),
                message.heard().isPresent(),
                message.heard());
    }
}
