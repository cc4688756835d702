package org.patchbay.meetings.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchbay.meetings.MeetingReport;
import org.patchbay.meetings.MeetingReport.Attendee;
import org.patchbay.meetings.MeetingReport.Connection;
import org.patchbay.meetings.MeetingReport.Span;
import org.patchbay.meetings.MeetingReport.Visit;

/** A report as CSV (RFC 4180), a line for each stay. */
final class ReportFile {

    private static final List<String> SPANS =
            List.of("round trip ms", "loss %", "jitter ms", "sent lines", "received lines");

    /** Cells that a spreadsheet would take for a formula. */
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@|\\t\\r\\n\uff1d\uff0b\uff0d\uff20\uff5c].*", Pattern.DOTALL);

    private ReportFile() {}

    static String csv(MeetingReport report) {
        List<String> headings = new ArrayList<>(List.of("name", "kind", "joined", "left", "seconds"));
        SPANS.forEach(span -> headings.addAll(List.of(span + " lowest", span + " average", span + " highest")));
        var text = new StringBuilder(line(headings));
        for (Attendee attendee : report.attendees()) {
            attendee.stays().forEach(stay -> text.append(line(cells(attendee, stay))));
        }
        return text.toString();
    }

    private static List<String> cells(Attendee attendee, Visit stay) {
        List<String> cells = new ArrayList<>(List.of(
                attendee.name(),
                attendee.host() ? "host" : attendee.person().isPresent() ? "member" : "guest",
                stay.joined().toString(),
                stay.left().map(Object::toString).orElse(""),
                String.valueOf(stay.seconds())));
        for (Optional<Span> span : spans(stay.quality())) {
            cells.add(span.map(Span::lowest).map(String::valueOf).orElse(""));
            cells.add(span.map(Span::average).map(String::valueOf).orElse(""));
            cells.add(span.map(Span::highest).map(String::valueOf).orElse(""));
        }
        return cells;
    }

    private static List<Optional<Span>> spans(Optional<Connection> quality) {
        return List.of(
                quality.flatMap(Connection::roundTrip),
                quality.flatMap(Connection::loss),
                quality.flatMap(Connection::jitter),
                quality.flatMap(Connection::sent),
                quality.flatMap(Connection::received));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(ReportFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
