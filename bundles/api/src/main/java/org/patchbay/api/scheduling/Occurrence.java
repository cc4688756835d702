package org.patchbay.api.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import org.patchbay.api.identity.PersonId;

/**
 * One time at which a planned meeting takes place.
 *
 * @param meeting the id of the planned meeting
 * @param occurrence when the series alone would have it, in the meeting's zone: by it an occurrence is named
 * @param repeats whether it is one of a series
 * @param moved whether it differs from the series
 * @param answer what the caller answered; empty for who is not invited
 * @param code of the meeting's link
 */
public record Occurrence(
        String meeting,
        LocalDateTime occurrence,
        String title,
        PersonId organizer,
        String organizerName,
        String zone,
        Instant starts,
        Instant ends,
        boolean repeats,
        boolean moved,
        Optional<Answer> answer,
        String code) {}
