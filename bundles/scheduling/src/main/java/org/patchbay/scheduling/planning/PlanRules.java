package org.patchbay.scheduling.planning;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.Problem;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.PlannedMeetingDraft;
import org.patchbay.api.scheduling.PlannedMeetings;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.scheduling.time.Series;

/** What may be planned. */
final class PlanRules {

    static final Set<Integer> REMINDERS = Set.of(0, 5, 15, 60, 1440);
    static final int USUAL_REMINDER = 15;
    static final int SHORTEST_MINUTES = 5;
    static final int LONGEST_MINUTES = 1440;

    private static final int TITLE_LIMIT = 200;
    private static final int AGENDA_LIMIT = 4000;
    private static final int MESSAGE_LIMIT = 1000;
    private static final int INTERVAL_LIMIT = 99;
    private static final int YEARS_AHEAD = 50;
    private static final int LIST_LIMIT = 1000;
    private static final Pattern PIN = Pattern.compile("\\d{4,10}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}&&[^\\n\\t]]");

    private final List<FieldError> errors = new ArrayList<>();
    private final Portal portal;

    private PlanRules(Portal portal) {
        this.portal = portal;
    }

    /** The draft in its one spelling and with nothing left to chance but the room; INVALID with every field at fault. */
    static PlannedMeetingDraft check(Portal portal, PlannedMeetingDraft draft, Instant now) {
        var rules = new PlanRules(portal);
        PlannedMeetingDraft checked = rules.checked(draft, now);
        if (!rules.errors.isEmpty()) {
            throw Problem.INVALID.because(
                    rules.errors,
                    Map.of(
                            "limit", PlannedMeetings.OCCURRENCE_LIMIT,
                            "shortest", SHORTEST_MINUTES,
                            "longest", LONGEST_MINUTES));
        }
        return checked;
    }

    private PlannedMeetingDraft checked(PlannedMeetingDraft draft, Instant now) {
        String title = draft.title().strip();
        if (title.isEmpty() || title.length() > TITLE_LIMIT || !Names.isName(title)) {
            fault("/title", "title.length", "needs 1 to " + TITLE_LIMIT + " characters in one visible line");
        }
        LocalDateTime start = draft.start().truncatedTo(ChronoUnit.MINUTES);
        if (draft.minutes() < SHORTEST_MINUTES || draft.minutes() > LONGEST_MINUTES) {
            fault("/minutes", "minutes.range", "must be " + SHORTEST_MINUTES + " to " + LONGEST_MINUTES);
        }
        int reminder = draft.reminder().orElse(USUAL_REMINDER);
        if (!REMINDERS.contains(reminder)) {
            fault("/reminder", "reminder.unknown", "must be 0, 5, 15, 60 or 1440");
        }
        Optional<Recurrence> recurrence = draft.recurrence();
        recurrence.ifPresent(rule -> recurrence(start, rule));
        InviteList invite = draft.invite().orElse(InviteList.NOBODY);
        if (invite.people().size()
                        + invite.contacts().size()
                        + invite.groups().size()
                        + invite.addresses().size()
                > LIST_LIMIT) {
            fault("/invite", "invite.many", "must be at most " + LIST_LIMIT);
        }
        return new PlannedMeetingDraft(
                title,
                agenda(draft.agenda()),
                Optional.of(zone(draft.zone().orElse(portal.zone()), start, now)),
                start,
                draft.minutes(),
                recurrence,
                Optional.of(room(draft.room().orElse(RoomOptions.PORTAL))),
                Optional.of(reminder),
                Optional.of(invite));
    }

    private Optional<String> agenda(Optional<String> given) {
        Optional<String> agenda =
                given.map(text -> text.replace("\r\n", "\n").strip()).filter(text -> !text.isEmpty());
        if (agenda.filter(text -> text.length() > AGENDA_LIMIT
                        || UNPRINTABLE.matcher(text).find())
                .isPresent()) {
            fault("/agenda", "agenda.length", "must be text of at most " + AGENDA_LIMIT + " characters");
        }
        return agenda;
    }

    private String zone(String zone, LocalDateTime start, Instant now) {
        try {
            ZoneId here = ZoneId.of(zone);
            LocalDateTime today = LocalDateTime.ofInstant(now, here);
            if (!ZoneId.getAvailableZoneIds().contains(zone)) {
                fault("/zone", "zone.unknown", "is not an IANA time zone");
            }
            if (start.isAfter(today.plusYears(YEARS_AHEAD)) || start.isBefore(today.minusYears(1))) {
                fault(
                        "/start",
                        "start.range",
                        "must not be over a year ago nor more than " + YEARS_AHEAD + " years ahead");
            }
        } catch (DateTimeException e) {
            fault("/zone", "zone.unknown", "is not an IANA time zone");
        }
        return zone;
    }

    private void recurrence(LocalDateTime start, Recurrence rule) {
        int before = errors.size();
        if (rule.interval() < 1 || rule.interval() > INTERVAL_LIMIT) {
            fault("/recurrence/interval", "recurrence.interval", "must be 1 to " + INTERVAL_LIMIT);
        }
        if (rule.count().isPresent() == rule.until().isPresent()) {
            fault("/recurrence/count", "recurrence.end", "must end after a count or on a day");
        }
        if (rule.count().filter(count -> count < 1).isPresent()) {
            fault("/recurrence/count", "recurrence.none", "has no occurrence");
        }
        boolean weekly = rule.frequency() == Recurrence.Frequency.WEEKLY;
        if (!rule.days().isEmpty() && (!weekly || !rule.days().contains(start.getDayOfWeek()))) {
            fault("/recurrence/days", "recurrence.days", "must have the day of the start, and are of a week");
        }
        rule.week().ifPresent(week -> week(start, rule, week));
        if (errors.size() == before) {
            int occurrences = Series.of(start, Optional.of(rule)).size();
            if (occurrences == 0) {
                fault("/recurrence/until", "recurrence.none", "has no occurrence");
            } else if (occurrences > PlannedMeetings.OCCURRENCE_LIMIT) {
                fault(
                        "/recurrence/count",
                        "recurrence.many",
                        "has more than " + PlannedMeetings.OCCURRENCE_LIMIT + " occurrences");
            }
        }
    }

    private void week(LocalDateTime start, Recurrence rule, int week) {
        boolean possible = rule.frequency() == Recurrence.Frequency.MONTHLY && (week == -1 || (week >= 1 && week <= 4));
        if (!possible
                || !start.toLocalDate()
                        .with(TemporalAdjusters.dayOfWeekInMonth(week, start.getDayOfWeek()))
                        .equals(start.toLocalDate())) {
            fault("/recurrence/week", "recurrence.week", "must be the week of the start: 1 to 4, or -1 for the last");
        }
    }

    private RoomOptions room(RoomOptions room) {
        profile("/room/video", room.video());
        profile("/room/sharing", room.sharing());
        Optional<String> pin = room.pin().map(String::strip).filter(given -> !given.isEmpty());
        if (pin.isPresent() && !portal.has(Feature.PIN)) {
            fault("/room/pin", "feature.off", "is not switched on in this portal");
        } else if (pin.filter(digits -> !PIN.matcher(digits).matches()).isPresent()) {
            fault("/room/pin", "pin.digits", "must be 4 to 10 digits");
        }
        return new RoomOptions(room.video(), room.sharing(), pin, room.lobby(), room.screens());
    }

    private void profile(String pointer, Optional<String> chosen) {
        if (chosen.filter(profile -> !portal.profiles().contains(profile)).isPresent()) {
            fault(pointer, "profile.not-enabled", "is not a profile of this portal");
        }
    }

    private void fault(String pointer, String code, String detail) {
        errors.add(new FieldError(pointer, code, detail));
    }

    /** What people are told with a cancellation, if anything. */
    static Optional<String> message(Optional<String> message) {
        Optional<String> said = message.map(String::strip).filter(text -> !text.isEmpty());
        if (said.filter(text -> text.length() > MESSAGE_LIMIT).isPresent()) {
            throw Problem.INVALID.at(
                    "/message",
                    "message.length",
                    "must be at most " + MESSAGE_LIMIT + " characters",
                    Map.of("limit", MESSAGE_LIMIT));
        }
        return said;
    }
}
