package org.patchbay.spi.meetings;

/**
 * A meeting that is recorded. Immutable.
 *
 * @param host the id of the person whose meeting it is
 */
public record RecordedMeeting(String id, String title, String host, String hostName) {}
