package org.patchbay.identity.holiday;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchbay.api.Problem;

/** The text of an iCalendar file, cut into its events (RFC 5545, 3.1), so that one broken event spoils no other. */
final class CalendarText {

    private static final int EVENTS_LIMIT = 2_000;

    private CalendarText() {}

    /** The events with the lines they stand on. */
    static List<Block> events(byte[] file) {
        List<Line> lines = unfold(decode(file));
        if (lines.isEmpty() || !is(lines.get(0), "BEGIN:VCALENDAR")) {
            throw Problem.INVALID.at("", "holidays.no-calendar", "must be an iCalendar file");
        }
        List<Block> blocks = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        for (Line line : lines) {
            if (open.isEmpty() && !is(line, "BEGIN:VEVENT")) {
                continue;
            }
            open.add(line);
            if (is(line, "END:VEVENT")) {
                blocks.add(new Block(List.copyOf(open)));
                open.clear();
            }
            if (blocks.size() > EVENTS_LIMIT) {
                throw Problem.TOO_LARGE.because(
                        "holidays.many-events",
                        "The file has more than " + EVENTS_LIMIT + " events",
                        Map.of("limit", EVENTS_LIMIT));
            }
        }
        if (!open.isEmpty()) {
            int line = open.get(0).number();
            throw Problem.INVALID.at(
                    "", "holidays.broken-off", "has no end for the event of line " + line, Map.of("line", line));
        }
        if (blocks.isEmpty()) {
            throw Problem.INVALID.at("", "holidays.empty", "has no events");
        }
        return blocks;
    }

    private static String decode(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.INVALID.at("", "import.encoding", "must be text in UTF-8");
        }
    }

    /** A line that begins with a blank goes on with the one before. */
    private static List<Line> unfold(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        int begun = 0;
        StringBuilder open = new StringBuilder();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (begun > 0 && (line.startsWith(" ") || line.startsWith("\t"))) {
                open.append(line, 1, line.length());
                continue;
            }
            if (begun > 0 && !open.toString().isBlank()) {
                lines.add(new Line(begun, open.toString()));
            }
            begun = number;
            open = new StringBuilder(line);
        }
        if (begun > 0 && !open.toString().isBlank()) {
            lines.add(new Line(begun, open.toString()));
        }
        return lines;
    }

    private static boolean is(Line line, String text) {
        return line.text().strip().toUpperCase(Locale.ROOT).equals(text);
    }

    /** An unfolded line and where in the file it begins. */
    record Line(int number, String text) {}

    /** The lines of one event. */
    record Block(List<Line> lines) {
        int number() {
            return lines.get(0).number();
        }
    }
}
