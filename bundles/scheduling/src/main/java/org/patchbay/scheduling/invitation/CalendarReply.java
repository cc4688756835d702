package org.patchbay.scheduling.invitation;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.patchbay.api.scheduling.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a calendar says of an invitation (RFC 5546, section 3.2.3): the events of a REPLY. Its own time zones are not read.
 * Immutable.
 *
 * @param uid of the meeting
 * @param sequence of the message that it answers
 * @param stamp when it was written
 * @param occurrence the moment of the one occurrence that it is about
 */
record CalendarReply(String uid, int sequence, Instant stamp, Answer answer, Optional<Occurrence> occurrence) {

    private static final Logger log = LoggerFactory.getLogger(CalendarReply.class);

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final int EVENTS = 50;
    private static final int DEPTH = 5;

    /** An occurrence as the reply names it: a moment, or a local time of the meeting's zone. */
    record Occurrence(LocalDateTime time, Optional<ZoneId> zone) {

        /** The local time in the meeting's zone. */
        LocalDateTime in(ZoneId here) {
            return zone.map(there ->
                            time.atZone(there).withZoneSameInstant(here).toLocalDateTime())
                    .orElse(time);
        }
    }

    /** The answers in a calendar; none if it is no reply or cannot be read. */
    static List<CalendarReply> read(String calendar) {
        var reader = new Reader();
        try {
            new CalendarParserImpl().parse(new StringReader(calendar), reader);
        } catch (IOException | ParserException | RuntimeException | StackOverflowError e) {
            log.warn(
                    "A calendar that came by mail cannot be read: {}",
                    e.getClass().getName());
            return List.of();
        }
        return reader.reply ? List.copyOf(reader.replies) : List.of();
    }

    /** Collects the properties of each event. */
    private static final class Reader implements ContentHandler {

        private final List<CalendarReply> replies = new ArrayList<>();
        private final Map<String, Line> event = new HashMap<>();
        private Map<String, String> parameters = new HashMap<>();
        private String value = "";
        private boolean inEvent;
        private int depth;
        private boolean reply;

        private record Line(String value, Map<String, String> parameters) {}

        @Override
        public void startCalendar() {
            // Nothing to note.
        }

        @Override
        public void endCalendar() {
            // Nothing to note.
        }

        @Override
        public void startComponent(String name) {
            depth++;
            if (depth > DEPTH) {
                throw new IllegalStateException("Components are nested deeper than " + DEPTH);
            }
            if (depth == 1 && name.equalsIgnoreCase("VEVENT")) {
                inEvent = true;
                event.clear();
            }
        }

        @Override
        public void endComponent(String name) {
            depth--;
            if (depth == 0 && inEvent) {
                inEvent = false;
                if (replies.size() < EVENTS) {
                    of(event).ifPresent(replies::add);
                }
            }
        }

        @Override
        public void startProperty(String name) {
            parameters = new HashMap<>();
            value = "";
        }

        @Override
        public void propertyValue(String text) {
            value = text;
        }

        @Override
        public void endProperty(String name) {
            String key = name.toUpperCase(Locale.ROOT);
            if (depth == 0 && key.equals("METHOD")) {
                reply = value.strip().equalsIgnoreCase("REPLY");
            } else if (depth == 1 && inEvent) {
                event.putIfAbsent(key, new Line(value.strip(), parameters));
            }
        }

        @Override
        public void parameter(String name, String text) {
            parameters.put(name.toUpperCase(Locale.ROOT), text);
        }

        private static Optional<CalendarReply> of(Map<String, Line> event) {
            Optional<Line> attendee = line(event, "ATTENDEE");
            Optional<Answer> answer = attendee.map(one -> one.parameters().getOrDefault("PARTSTAT", ""))
                    .flatMap(Reader::answer);
            Optional<Line> uid = line(event, "UID");
            if (uid.isEmpty() || attendee.isEmpty() || answer.isEmpty()) {
                return Optional.empty();
            }
            try {
                Instant stamp = line(event, "DTSTAMP")
                        .map(one -> occurrence(one).in(ZoneOffset.UTC).toInstant(ZoneOffset.UTC))
                        .orElse(Instant.EPOCH);
                int sequence = line(event, "SEQUENCE")
                        .map(one -> Integer.parseInt(one.value()))
                        .orElse(0);
                return Optional.of(new CalendarReply(
                        uid.get().value(),
                        sequence,
                        stamp,
                        answer.get(),
                        line(event, "RECURRENCE-ID").map(Reader::occurrence)));
            } catch (DateTimeException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static Optional<Line> line(Map<String, Line> event, String name) {
            return Optional.ofNullable(event.get(name));
        }

        private static Optional<Answer> answer(String partStat) {
            return switch (partStat.toUpperCase(Locale.ROOT)) {
                case "ACCEPTED" -> Optional.of(Answer.ACCEPTED);
                case "TENTATIVE" -> Optional.of(Answer.TENTATIVE);
                case "DECLINED" -> Optional.of(Answer.DECLINED);
                default -> Optional.empty();
            };
        }

        private static Occurrence occurrence(Line line) {
            boolean utc = line.value().endsWith("Z");
            String digits = utc ? line.value().substring(0, line.value().length() - 1) : line.value();
            LocalDateTime time = LocalDateTime.parse(digits, LOCAL);
            Optional<ZoneId> zone = Optional.ofNullable(line.parameters().get("TZID"))
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .map(ZoneId::of);
            return new Occurrence(time, utc ? Optional.of(ZoneOffset.UTC) : zone);
        }
    }
}
