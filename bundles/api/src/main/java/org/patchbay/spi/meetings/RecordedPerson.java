package org.patchbay.spi.meetings;

import java.util.Optional;

/**
 * Somebody in a meeting that is recorded. Immutable.
 *
 * @param participant the id in the meeting, under which the media bridge knows them
 * @param person empty for a guest
 */
public record RecordedPerson(String participant, Optional<String> person, String name) {}
