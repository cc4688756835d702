package org.patchbay.scheduling.planning;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.identity.Person;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.scheduling.time.Series;

/** The next state of a planned meeting, and whom it concerns. */
final class Edit {

    private Edit() {}

    /** The meeting as a checked draft has it; what is different from the series stays where the series still is. */
    static PlannedMeeting apply(
            PlannedMeeting present, PlannedMeetingDraft draft, InviteList invite, Person organizer) {
        boolean sameTimes =
                present.start().equals(draft.start()) && present.recurrence().equals(draft.recurrence());
        Set<LocalDateTime> times = sameTimes ? Set.of() : new HashSet<>(Series.of(draft.start(), draft.recurrence()));
        List<OccurrenceChange> changes = present.changes().stream()
                .filter(change -> sameTimes || times.contains(change.occurrence()))
                .toList();
        return new PlannedMeeting(
                present.id(),
                present.portal(),
                present.organizer(),
                organizer.name(),
                draft.title(),
                draft.agenda(),
                draft.zone().orElse(present.zone()),
                draft.start(),
                draft.minutes(),
                draft.recurrence(),
                changes,
                draft.room().orElse(RoomOptions.PORTAL),
                draft.reminder().orElse(PlanRules.USUAL_REMINDER),
                invite.groups().stream().sorted().toList(),
                present.invitees(),
                present.code(),
                present.state(),
                present.sequence(),
                present.created(),
                present.version() + 1);
    }

    /** The same with other changes of single occurrences. */
    static PlannedMeeting withChanges(PlannedMeeting present, List<OccurrenceChange> changes) {
        return copy(present, changes, present.state(), present.sequence() + 1, present.version() + 1);
    }

    static PlannedMeeting cancelled(PlannedMeeting present) {
        return copy(
                present,
                present.changes(),
                PlannedMeeting.State.CANCELLED,
                present.sequence() + 1,
                present.version() + 1);
    }

    static PlannedMeeting withSequence(PlannedMeeting meeting, int sequence) {
        return copy(meeting, meeting.changes(), meeting.state(), sequence, meeting.version());
    }

    /** The same under another name than the organizer's. */
    static PlannedMeeting nameless(PlannedMeeting meeting, String name) {
        return copy(meeting, name, meeting.changes(), meeting.state(), meeting.sequence(), meeting.version());
    }

    private static PlannedMeeting copy(
            PlannedMeeting meeting,
            List<OccurrenceChange> changes,
            PlannedMeeting.State state,
            int sequence,
            long version) {
        return copy(meeting, meeting.organizerName(), changes, state, sequence, version);
    }

    private static PlannedMeeting copy(
            PlannedMeeting meeting,
            String organizerName,
            List<OccurrenceChange> changes,
            PlannedMeeting.State state,
            int sequence,
            long version) {
        return new PlannedMeeting(
                meeting.id(),
                meeting.portal(),
                meeting.organizer(),
                organizerName,
                meeting.title(),
                meeting.agenda(),
                meeting.zone(),
                meeting.start(),
                meeting.minutes(),
                meeting.recurrence(),
                changes,
                meeting.room(),
                meeting.reminder(),
                meeting.groups(),
                meeting.invitees(),
                meeting.code(),
                state,
                sequence,
                meeting.created(),
                version);
    }

    /** Whether answers that were given are answers to something else now. */
    static boolean movesInTime(PlannedMeeting before, PlannedMeeting after) {
        return !before.start().equals(after.start())
                || !before.zone().equals(after.zone())
                || before.minutes() != after.minutes()
                || !before.recurrence().equals(after.recurrence());
    }

    /** Whether everybody invited has to know of it: not of who else comes, of cameras or of reminders. */
    static boolean concernsEverybody(PlannedMeeting before, PlannedMeeting after) {
        Optional<String> pin = before.room().pin();
        return movesInTime(before, after)
                || !before.title().equals(after.title())
                || !before.agenda().equals(after.agenda())
                || !before.changes().equals(after.changes())
                || !pin.equals(after.room().pin());
    }
}
