package org.patchbay.scheduling.planning;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.api.scheduling.Occurrence;
import org.patchbay.api.scheduling.OccurrenceAnswer;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.time.Slot;

/** What follows from who is invited. */
public final class Invitees {

    private Invitees() {}

    /** The list by which exactly these are invited. */
    static InviteList list(PlannedMeeting meeting) {
        return new InviteList(
                meeting.invitees().stream()
                        .flatMap(one -> one.person().stream())
                        .collect(Collectors.toSet()),
                meeting.invitees().stream()
                        .filter(one -> one.group().isEmpty())
                        .flatMap(one -> one.contact().stream())
                        .collect(Collectors.toSet()),
                Set.copyOf(meeting.groups()),
                meeting.invitees().stream()
                        .filter(one -> one.person().isEmpty() && one.contact().isEmpty())
                        .map(one -> new InviteList.Address(
                                one.email(), Optional.of(one.name()), Optional.of(one.language())))
                        .toList());
    }

    /** What somebody answered for one occurrence, be it for that one or for all. */
    public static Answer answer(Invitee invitee, LocalDateTime occurrence) {
        return invitee.occurrences().stream()
                .filter(one -> one.occurrence().equals(occurrence))
                .map(OccurrenceAnswer::answer)
                .findFirst()
                .orElse(invitee.answer());
    }

    /** An occurrence for this reader. */
    static Occurrence occurrence(PlannedMeeting meeting, Slot slot, Optional<PersonId> reader) {
        return new Occurrence(
                meeting.id(),
                slot.occurrence(),
                meeting.title(),
                meeting.organizer(),
                meeting.organizerName(),
                meeting.zone(),
                slot.starts(),
                slot.ends(),
                meeting.recurrence().isPresent(),
                slot.moved(),
                meeting.invitees().stream()
                        .filter(one -> reader.isPresent() && one.person().equals(reader))
                        .findFirst()
                        .map(one -> answer(one, slot.occurrence())),
                meeting.code());
    }
}
