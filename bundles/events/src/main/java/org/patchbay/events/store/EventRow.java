package org.patchbay.events.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;

/**
 * Events of a portal as they rest in a row of the journal: at most {@link #MOST}, whose numbers follow one another, none
 * earlier than the first nor later by more than {@link #SPAN}. For one thread.
 */
final class EventRow {

    static final int MOST = 100;
    /** Microseconds. */
    static final long SPAN = 1_000_000;

    private static final String TYPE = "t:";
    private static final String SUBJECT = "s:";

    private final Event first;
    private final long last;
    private final String more;
    private @Nullable List<Event> events;

    private EventRow(Event first, long last, String more) {
        this.first = first;
        this.last = last;
        this.more = more;
    }

    /**
     * One that is read; those after the first are decoded when somebody asks for them.
     *
     * @param more as {@link MoreEvents} wrote them, empty if there are none
     */
    static EventRow resting(Event first, long last, String more) {
        return new EventRow(first, last, more);
    }

    /**
     * The rows of numbered events, in order: one, unless they happened over a longer time.
     *
     * @param more those after the first, as {@link MoreEvents} wrote them
     */
    static List<EventRow> of(List<Event> events, String more) {
        List<EventRow> rows = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < events.size(); i++) {
            if (!areTogether(events.get(from), events.get(i))) {
                rows.add(of(events.subList(from, i)));
                from = i;
            }
        }
        rows.add(from == 0 ? known(events, more) : of(events.subList(from, events.size())));
        return rows;
    }

    private static boolean areTogether(Event first, Event event) {
        long later = Micros.of(event.time()) - Micros.of(first.time());
        return later >= 0 && later <= SPAN;
    }

    private static EventRow of(List<Event> events) {
        return known(events, events.size() == 1 ? "" : MoreEvents.write(events.subList(1, events.size())));
    }

    private static EventRow known(List<Event> events, String more) {
        EventRow row = new EventRow(events.get(0), events.get(events.size() - 1).sequence(), more);
        row.events = events;
        return row;
    }

    Event first() {
        return first;
    }

    PortalId portal() {
        return first.portal();
    }

    /** The number of the last event. */
    long last() {
        return last;
    }

    int size() {
        return (int) (last - first.sequence() + 1);
    }

    String more() {
        return more;
    }

    /** Whether an event with this id can be among them, as a look without decoding says. */
    boolean mentions(String id) {
        return first.id().equals(id) || more.contains(id);
    }

    /** In order. */
    List<Event> events() {
        List<Event> known = events;
        if (known == null) {
            known = new ArrayList<>();
            known.add(first);
            if (!more.isEmpty()) {
                known.addAll(MoreEvents.read(more, portal(), first.sequence() + 1));
            }
            events = known;
        }
        return known;
    }

    /** The words by which the row is to be found, each once. */
    Set<String> marks() {
        Set<String> words = new LinkedHashSet<>();
        for (Event event : events()) {
            words.add(ofType(event.type()));
            if (!BirthRows.hold(event)) {
                words.add(ofSubject(event.subject()));
            }
        }
        return words;
    }

    /** All words that it may have been marked with. */
    Set<String> words() {
        Set<String> words = new LinkedHashSet<>();
        for (Event event : events()) {
            words.add(ofType(event.type()));
            words.add(ofSubject(event.subject()));
        }
        return words;
    }

    static String ofType(String type) {
        return TYPE + type;
    }

    static String ofSubject(String subject) {
        return SUBJECT + subject;
    }
}
