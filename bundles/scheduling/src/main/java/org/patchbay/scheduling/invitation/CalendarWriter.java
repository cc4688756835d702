package org.patchbay.scheduling.invitation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;

/** Writes planned meetings as calendars (RFC 5545, RFC 5546). Makes one calendar and is then done with. */
public final class CalendarWriter {

    private static final String PRODUCT = "-//Patchbay//Meetings//EN";
    private static final String UID_SEPARATOR = "@";

    private final Calendar calendar = new Calendar();
    private final Instant stamp;

    /** A calendar written at this moment. */
    public CalendarWriter(Instant stamp) {
        this.stamp = stamp.truncatedTo(ChronoUnit.SECONDS);
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
    }

    /**
     * What an event says beside its times.
     *
     * @param organizer where answers go
     * @param attendee whose calendar it is; empty for one that nobody answers to
     * @param sequence of the message
     */
    public record Words(
            String description, String link, String organizer, Optional<Attendance> attendee, int sequence) {}

    /** Who is invited, and what they answered. */
    public record Attendance(String name, String email, Answer answer) {}

    /** By which a meeting is known in every calendar. */
    public static String uid(PlannedMeeting meeting) {
        return meeting.id() + UID_SEPARATOR + meeting.portal();
    }

    /** Says what is to be done with the events. */
    public CalendarWriter method(String method) {
        calendar.add(new Method(method));
        return this;
    }

    /** Adds the zones of meetings, each once. */
    public CalendarWriter zones(List<PlannedMeeting> meetings) {
        meetings.stream().map(PlannedMeeting::zone).distinct().forEach(zone -> {
            ZoneId here = ZoneId.of(zone);
            Instant first = meetings.stream()
                    .filter(meeting -> meeting.zone().equals(zone))
                    .map(meeting -> meeting.start().atZone(here).toInstant())
                    .min(Instant::compareTo)
                    .orElse(stamp);
            calendar.add((CalendarComponent) ZoneComponent.of(here, first, first.plus(365L * 50, ChronoUnit.DAYS)));
        });
        return this;
    }

    /** Adds a meeting with all that is different from the series. */
    public CalendarWriter meeting(PlannedMeeting meeting, Words words) {
        VEvent series = event(meeting, words, meeting.start(), meeting.minutes());
        ZoneId zone = ZoneId.of(meeting.zone());
        meeting.recurrence()
                .ifPresent(rule -> series.add(new RRule<ZonedDateTime>(RuleText.of(rule, meeting.start(), zone))));
        List<ZonedDateTime> cancelled = meeting.changes().stream()
                .filter(OccurrenceChange::cancelled)
                .map(change -> change.occurrence().atZone(zone))
                .toList();
        if (!cancelled.isEmpty()) {
            var excluded = new ExDate<ZonedDateTime>(new DateList<>(cancelled));
            excluded.add(new TzId(meeting.zone()));
            series.add(excluded);
        }
        calendar.add((CalendarComponent) series);
        meeting.changes().stream()
                .filter(change -> !change.cancelled())
                .forEach(change -> occurrence(meeting, words, change));
        return this;
    }

    /** Adds one occurrence of a series, as a change has it. */
    public CalendarWriter occurrence(PlannedMeeting meeting, Words words, OccurrenceChange change) {
        VEvent event = event(
                meeting,
                words,
                change.start().orElse(change.occurrence()),
                change.minutes().orElse(meeting.minutes()));
        event.add(new RecurrenceId<>(change.occurrence().atZone(ZoneId.of(meeting.zone()))));
        if (change.cancelled()) {
            event.removeAll("STATUS");
            event.add(new Status(Status.VALUE_CANCELLED));
        }
        calendar.add((CalendarComponent) event);
        return this;
    }

    private VEvent event(PlannedMeeting meeting, Words words, LocalDateTime start, int minutes) {
        ZonedDateTime begin = start.atZone(ZoneId.of(meeting.zone()));
        var event = new VEvent(false);
        event.add(new Uid(uid(meeting)));
        event.add(new DtStamp(stamp));
        event.add(new DtStart<>(begin));
        event.add(new DtEnd<>(begin.plusMinutes(minutes)));
        event.add(new Summary(meeting.title()));
        event.add(new Description(words.description()));
        event.add(new Location(words.link()));
        event.add(new Url(URI.create(words.link())));
        event.add(new Sequence(words.sequence()));
        event.add(new Status(
                meeting.state() == PlannedMeeting.State.CANCELLED ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        var organizer = new Organizer(mailto(words.organizer()));
        organizer.add(new Cn(meeting.organizerName()));
        event.add(organizer);
        words.attendee().ifPresent(one -> event.add(attendee(one)));
        return event;
    }

    private static Attendee attendee(Attendance one) {
        var attendee = new Attendee(mailto(one.email()));
        attendee.add(new Cn(one.name()));
        attendee.add(new PartStat(one.answer().name().replace('_', '-')));
        attendee.add(new Rsvp(true));
        return attendee;
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The calendar. */
    public String text() {
        var out = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
