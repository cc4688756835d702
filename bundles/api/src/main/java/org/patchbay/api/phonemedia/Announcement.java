package org.patchbay.api.phonemedia;

import java.time.Instant;

/**
 * What a portal has its callers hear. Immutable.
 *
 * @param name small letters, digits and dashes
 * @param millis how long it is
 * @param bytes of the file
 */
public record Announcement(String name, long millis, long bytes, Instant changed) {}
