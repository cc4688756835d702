package org.patchbay.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.patchbay.meetings.store.Quality;
import org.patchbay.meetings.store.Stay;
import org.patchbay.meetings.store.StoredMeeting;

/**
 * Who was in a meeting, for how long, and how their connection was. Immutable.
 *
 * @param seconds from its start to its end, or until now
 * @param attendees in order of joining; guests of one name are one
 * @param complete false when there were more stays than a report holds
 */
public record MeetingReport(
        String id,
        String title,
        String host,
        Instant started,
        Optional<Instant> ended,
        long seconds,
        List<Attendee> attendees,
        boolean complete) {

    static MeetingReport of(
            StoredMeeting meeting, List<Stay> stays, Map<String, Quality> qualities, Instant now, boolean complete) {
        Instant end = meeting.ended().orElse(now);
        Map<String, List<Stay>> byPerson = new LinkedHashMap<>();
        for (Stay stay : stays) {
            byPerson.computeIfAbsent(stay.person().orElse("guest " + stay.name()), who -> new ArrayList<>())
                    .add(stay);
        }
        List<Attendee> attendees = byPerson.values().stream()
                .map(own -> Attendee.of(meeting, own, qualities, end))
                .toList();
        return new MeetingReport(
                meeting.id(),
                meeting.title(),
                meeting.host(),
                meeting.started(),
                meeting.ended(),
                seconds(meeting.started(), end),
                attendees,
                complete);
    }

    private static long seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    /**
     * Somebody who was in.
     *
     * @param person empty for a guest
     * @param seconds in all, each moment once
     * @param stays in order of joining
     */
    public record Attendee(String name, Optional<String> person, boolean host, long seconds, List<Visit> stays) {

        private static Attendee of(StoredMeeting meeting, List<Stay> own, Map<String, Quality> qualities, Instant end) {
            List<Visit> visits = own.stream()
                    .map(stay -> Visit.of(stay, Optional.ofNullable(qualities.get(stay.id())), end))
                    .toList();
            Stay last = own.get(own.size() - 1);
            return new Attendee(
                    last.name(),
                    last.person(),
                    last.person().filter(meeting.host()::equals).isPresent(),
                    together(visits),
                    visits);
        }

        /** Who is in twice at a time is there once. */
        private static long together(List<Visit> visits) {
            long seconds = 0;
            Instant counted = Instant.MIN;
            for (Visit visit : visits) {
                Instant from = visit.joined().isBefore(counted) ? counted : visit.joined();
                Instant to = visit.joined().plusSeconds(visit.seconds());
                if (to.isAfter(from)) {
                    seconds += MeetingReport.seconds(from, to);
                    counted = to;
                }
            }
            return seconds;
        }
    }

    /**
     * One stay.
     *
     * @param left empty while it lasts
     * @param quality empty if the browser reported nothing
     */
    public record Visit(Instant joined, Optional<Instant> left, long seconds, Optional<Connection> quality) {

        private static Visit of(Stay stay, Optional<Quality> quality, Instant end) {
            long seconds = MeetingReport.seconds(stay.joined(), stay.left().orElse(end));
            return new Visit(stay.joined(), stay.left(), seconds, quality.map(Connection::of));
        }
    }

    /**
     * How a connection was.
     *
     * @param reports how many there were
     * @param roundTrip in milliseconds
     * @param loss in percent
     * @param jitter in milliseconds
     * @param sent lines of the own picture
     * @param received lines of the largest picture of others
     */
    public record Connection(
            int reports,
            Optional<Span> roundTrip,
            Optional<Span> loss,
            Optional<Span> jitter,
            Optional<Span> sent,
            Optional<Span> received) {

        private static Connection of(Quality quality) {
            Function<Quality.Range, Span> span = Span::of;
            return new Connection(
                    quality.reports(),
                    quality.roundTrip().map(span),
                    quality.loss().map(span),
                    quality.jitter().map(span),
                    quality.sent().map(span),
                    quality.received().map(span));
        }
    }

    /** The lowest value, the average and the highest, to a tenth. */
    public record Span(double lowest, double average, double highest) {

        private static Span of(Quality.Range range) {
            return new Span(tenth(range.lowest()), tenth(range.average()), tenth(range.highest()));
        }

        private static double tenth(double value) {
            return Math.round(value * 10) / 10.0;
        }
    }
}
