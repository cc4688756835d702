package org.patchbay.api.signalling;

import java.time.Instant;

/**
 * A text to a device (RFC 3428). Immutable.
 *
 * @param from who wrote it
 * @param words to 1,300 bytes in UTF-8, so that it fits into a datagram (RFC 3428, section 8)
 * @param sent when it was written
 */
public record Text(Party from, String words, Instant sent) {

    @Override
    public String toString() {
        return "Text[" + sent + "]";
    }
}
