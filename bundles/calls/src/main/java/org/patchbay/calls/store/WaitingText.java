package org.patchbay.calls.store;

import java.util.Optional;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.signalling.Text;

/**
 * A text that waits for a phone. Immutable.
 *
 * @param extension whose phones it is for
 * @param reader the person of that extension when it was written
 * @param writer the person of the extension that wrote it
 */
public record WaitingText(
        String id, String extension, Optional<PersonId> reader, Optional<PersonId> writer, Text text) {}
