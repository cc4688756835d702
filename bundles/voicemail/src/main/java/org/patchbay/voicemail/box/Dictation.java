package org.patchbay.voicemail.box;

import java.time.Instant;

/**
 * Something that was dictated at a phone. Immutable.
 *
 * @param id UUIDv7, so that ids are in the order of time
 * @param name as its person calls it, to 100 characters; empty until then
 * @param number of the extension at whose phone it was spoken
 */
public record Dictation(
        String id, String extension, String name, String number, Instant recorded, long millis, long bytes) {

    /** The same under another name. */
    public Dictation named(String other) {
        return new Dictation(id, extension, other, number, recorded, millis, bytes);
    }
}
