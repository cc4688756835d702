package org.patchbay.api.scheduling;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An invitation as the invited sees it. Immutable.
 *
 * @param name of the invited
 * @param language of the invited
 * @param code of the meeting's link
 * @param pin what they have to know besides the link
 * @param upcoming when it takes place from now on, at most ten
 */
public record Invitation(
        String title,
        Optional<String> agenda,
        String organizerName,
        String zone,
        Optional<Recurrence> recurrence,
        String name,
        String language,
        String code,
        Optional<String> pin,
        PlannedMeeting.State state,
        Answer answer,
        List<Time> upcoming) {

    public Invitation {
        upcoming = List.copyOf(upcoming);
    }

    /**
     * One occurrence.
     *
     * @param occurrence by which it is named
     * @param answer what holds for it, be it of its own or for the whole meeting
     */
    public record Time(LocalDateTime occurrence, Instant starts, Instant ends, Answer answer) {}
}
