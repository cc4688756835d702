package org.patchbay.scheduling.script;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.Occurrence;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.PlannedMeetings;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** The planned meetings of the portal, for scripts. */
@Component
public final class SchedulingModule implements ScriptModule {

    private static final int DAYS_LIMIT = 400;

    private final PlannedMeetings meetings;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public SchedulingModule(@Reference PlannedMeetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public String name() {
        return "patchbay/scheduling";
    }

    @ScriptFunction("What takes place in the next days, soonest first; at most 500 times of planned meetings.")
    public List<Upcoming> upcoming(PortalId portal, int days) {
        if (days < 1 || days > DAYS_LIMIT) {
            throw Problem.INVALID.at("days", "occurrences.range", "must be 1 to " + DAYS_LIMIT);
        }
        Instant now = clock.instant();
        return meetings
                .occurrences(portal, now, now.plus(Duration.ofDays(days)), PageRequest.first(PageRequest.MAX_LIMIT))
                .items()
                .stream()
                .map(Upcoming::of)
                .toList();
    }

    @ScriptFunction("Plans a meeting for somebody, who hosts it, invites by mail, and answers its id.")
    public String planMeeting(PortalId portal, NewMeeting meeting) {
        List<InviteList.Address> addresses = meeting.invite().orElse(List.of()).stream()
                .map(email -> new InviteList.Address(email, Optional.empty(), meeting.language()))
                .toList();
        var draft = new PlannedMeetingDraft(
                meeting.title(),
                meeting.agenda(),
                meeting.zone(),
                local(meeting.start()),
                meeting.minutes(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new InviteList(
                        Set.of(), Set.of(), Set.copyOf(meeting.groups().orElse(List.of())), addresses)));
        return meetings.planFor(portal, draft, new PersonId(meeting.organizer()))
                .id();
    }

    private static LocalDateTime local(String start) {
        try {
            return LocalDateTime.parse(start);
        } catch (DateTimeException e) {
            throw Problem.INVALID.at("start", "start.invalid", "must be a local time such as 2026-11-30T09:00");
        }
    }

    /** A meeting to be planned: start is a local time of the zone, or of the portal's. */
    public record NewMeeting(
            String organizer,
            String title,
            Optional<String> agenda,
            String start,
            Optional<String> zone,
            int minutes,
            Optional<List<String>> groups,
            Optional<List<String>> invite,
            Optional<String> language) {}

    /** One time of a planned meeting. */
    public record Upcoming(
            String planned, String title, String organizer, String organizerName, Instant starts, Instant ends) {

        static Upcoming of(Occurrence occurrence) {
            return new Upcoming(
                    occurrence.meeting(),
                    occurrence.title(),
                    occurrence.organizer().value(),
                    occurrence.organizerName(),
                    occurrence.starts(),
                    occurrence.ends());
        }
    }
}
