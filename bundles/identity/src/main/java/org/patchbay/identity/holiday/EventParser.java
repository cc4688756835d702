package org.patchbay.identity.holiday;

import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import org.patchbay.identity.holiday.CalendarEvent.Value;

/**
 * Reads the properties of one event. The file's own time zones are not read: so nothing is ever fetched for them, as
 * ical4j's own model would do.
 */
final class EventParser implements ContentHandler {

    private static final String BEFORE = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
    private static final int LINES_BEFORE = 2;

    /** How each line begins; the parser would take what has no colon for a part of the next line's name. */
    private static final Pattern LINE = Pattern.compile("[A-Za-z0-9-]+[;:].*", Pattern.DOTALL);

    private final Map<String, List<Value>> properties = new HashMap<>();
    private Map<String, String> parameters = new HashMap<>();
    private String value = "";
    private int depth;

    private EventParser() {}

    /** The event, or why it cannot be read, with the line at fault. */
    static CalendarEvent parse(CalendarText.Block block, ZoneId here) throws Unreadable {
        for (CalendarText.Line line : block.lines()) {
            if (!LINE.matcher(line.text()).matches()) {
                throw new Unreadable(line.number());
            }
        }
        String text = block.lines().stream()
                .map(CalendarText.Line::text)
                .collect(Collectors.joining("\r\n", BEFORE, "\r\nEND:VCALENDAR\r\n"));
        var parser = new EventParser();
        try {
            new CalendarParserImpl().parse(new StringReader(text), parser);
        } catch (ParserException e) {
            throw new Unreadable(line(block, e.getLineNo()));
        } catch (IOException e) {
            throw new Unreadable(block.number());
        }
        return new CalendarEvent(block.number(), parser.properties, here);
    }

    private static int line(CalendarText.Block block, int parsed) {
        int at = Math.min(Math.max(parsed - LINES_BEFORE - 1, 0), block.lines().size() - 1);
        return block.lines().get(at).number();
    }

    @Override
    public void startCalendar() {
        // The events count alone.
    }

    @Override
    public void endCalendar() {
        // The events count alone.
    }

    @Override
    public void startComponent(String name) {
        depth++;
    }

    @Override
    public void endComponent(String name) {
        depth--;
    }

    @Override
    public void startProperty(String name) {
        parameters = new HashMap<>();
        value = "";
    }

    @Override
    public void parameter(String name, String text) {
        parameters.put(name.toUpperCase(Locale.ROOT), text);
    }

    @Override
    public void propertyValue(String text) {
        value = text;
    }

    /** An alarm in the event has properties of its own. */
    @Override
    public void endProperty(String name) {
        if (depth == 1) {
            properties
                    .computeIfAbsent(name.toUpperCase(Locale.ROOT), first -> new ArrayList<>())
                    .add(new Value(value, parameters));
        }
    }

    /** That a line is none of iCalendar. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        Unreadable(int line) {
            super("Line " + line + " cannot be read");
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
