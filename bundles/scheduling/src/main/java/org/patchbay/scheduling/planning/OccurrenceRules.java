package org.patchbay.scheduling.planning;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.time.Series;

/** What may become of one occurrence of a series. */
final class OccurrenceRules {

    private OccurrenceRules() {}

    /** The same invited, who is to answer anew for the occurrence. */
    static Invitee withoutAnswer(Invitee invitee, LocalDateTime occurrence) {
        return new Invitee(
                invitee.id(),
                invitee.person(),
                invitee.contact(),
                invitee.group(),
                invitee.name(),
                invitee.email(),
                invitee.language(),
                invitee.answer(),
                invitee.answered(),
                invitee.occurrences().stream()
                        .filter(one -> !one.occurrence().equals(occurrence))
                        .toList());
    }

    /** The change in its one form; NOT_FOUND for no such occurrence, INVALID for what cannot be. */
    static OccurrenceChange check(PlannedMeeting meeting, OccurrenceChange change) {
        LocalDateTime occurrence = change.occurrence();
        if (meeting.recurrence().isEmpty()
                || !Series.of(meeting.start(), meeting.recurrence()).contains(occurrence)) {
            throw Problem.NOT_FOUND.because("occurrence.unknown", "The series has no occurrence at that time");
        }
        if (change.minutes()
                .filter(length -> length < PlanRules.SHORTEST_MINUTES || length > PlanRules.LONGEST_MINUTES)
                .isPresent()) {
            throw Problem.INVALID.at(
                    "/minutes",
                    "minutes.range",
                    "must be " + PlanRules.SHORTEST_MINUTES + " to " + PlanRules.LONGEST_MINUTES,
                    Map.of("shortest", PlanRules.SHORTEST_MINUTES, "longest", PlanRules.LONGEST_MINUTES));
        }
        Optional<LocalDateTime> start = change.start().map(time -> time.truncatedTo(ChronoUnit.MINUTES));
        if (start.filter(time -> Math.abs(ChronoUnit.DAYS.between(occurrence, time)) > 366)
                .isPresent()) {
            throw Problem.INVALID.at("/start", "occurrence.far", "must be within a year of the series");
        }
        return change.cancelled()
                ? new OccurrenceChange(occurrence, true, Optional.empty(), Optional.empty())
                : new OccurrenceChange(occurrence, false, start, change.minutes());
    }
}
