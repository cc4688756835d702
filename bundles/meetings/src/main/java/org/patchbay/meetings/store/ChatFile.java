package org.patchbay.meetings.store;

import java.util.Optional;

/**
 * A file in a meeting's chat.
 *
 * @param person whose it is; empty for a guest's
 * @param content not copied: nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // as it lies in the database
public record ChatFile(String id, String name, Optional<String> person, byte[] content) {}
