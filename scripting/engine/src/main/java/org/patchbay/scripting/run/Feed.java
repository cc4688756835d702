package org.patchbay.scripting.run;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The events of one script on their way: a bounded line of those that wait and a window of those that the worker has.
 * When the line is full, further durable events are only noted, and read from the journal once there is room. The
 * position is the number up to which everything is handled. Not thread-safe.
 */
final class Feed {

    /** An event in the worker. */
    static final class Underway {
        private final Parcel parcel;
        private final long number;
        private final long sent;
        private boolean done;

        Underway(Parcel parcel, long number, long sent) {
            this.parcel = parcel;
            this.number = number;
            this.sent = sent;
        }

        Parcel parcel() {
            return parcel;
        }

        long number() {
            return number;
        }
    }

    private static final int LINE = 1_000;
    private static final int WINDOW = 512;
    private static final int WINDOW_SIZE = 256 << 10;

    private final ArrayDeque<Parcel> line = new ArrayDeque<>();
    private final ArrayDeque<Underway> window = new ArrayDeque<>();
    private final Map<Long, Underway> numbers = new HashMap<>();
    private int windowSize;
    private long cursor;
    private long known;
    private long position;
    private long lastNumber;
    private long dropped;
    private long asked;
    private Predicate<String> wanted = type -> true;

    /** Begins after this number of the journal; whatever follows there is still to be read. */
    Feed(long position) {
        this.position = position;
        this.cursor = position;
        this.known = position + 1;
    }

    /** Takes an event that has just happened; answers false when it can only be noted. */
    boolean offer(Parcel parcel) {
        if (!parcel.durable()) {
            if (line.size() >= LINE) {
                dropped++;
                return false;
            }
            add(parcel);
            return true;
        }
        known = Math.max(known, parcel.sequence());
        if (parcel.sequence() != cursor + 1 || line.size() >= LINE) {
            return parcel.sequence() <= cursor;
        }
        cursor++;
        add(parcel);
        return true;
    }

    private void add(Parcel parcel) {
        if (wanted.test(parcel.type())) {
            line.add(parcel);
        } else if (window.isEmpty() && line.isEmpty()) {
            position = cursor;
        }
    }

    /** Where to read the journal, when something was only noted and there is room. */
    Optional<Long> readFrom() {
        asked = known;
        return cursor < known && line.size() <= LINE / 2 ? Optional.of(cursor) : Optional.empty();
    }

    int room() {
        return LINE - line.size();
    }

    /** Takes what the journal had after that number. */
    void read(long after, List<Parcel> parcels) {
        if (after != cursor) {
            return;
        }
        for (var parcel : parcels) {
            cursor = parcel.sequence();
            add(parcel);
        }
        if (!parcels.isEmpty()) {
            known = Math.max(known, cursor + 1);
        } else if (known == asked) {
            // What was noted has gone from the journal, or nothing has happened since the start.
            known = cursor;
        }
    }

    /** What is wanted from now on, of what waits too. */
    void want(Predicate<String> types) {
        wanted = types;
        line.removeIf(parcel -> !types.test(parcel.type()));
        settle();
    }

    /** The next event to be sent, if the window has room. */
    @Nullable Underway next(long now) {
        if (line.isEmpty() || window.size() >= WINDOW || windowSize >= WINDOW_SIZE) {
            return null;
        }
        var underway = new Underway(line.remove(), ++lastNumber, now);
        window.add(underway);
        windowSize += underway.parcel.size();
        numbers.put(underway.number, underway);
        return underway;
    }

    /** The handlers of the event have finished; answers it unless that was known. */
    Optional<Parcel> done(long number) {
        var underway = numbers.remove(number);
        if (underway == null) {
            return Optional.empty();
        }
        underway.done = true;
        windowSize -= underway.parcel.size();
        settle();
        return Optional.of(underway.parcel);
    }

    /** The worker has lost what it had: it is sent again, first of all. What is wanted is unknown again. */
    void lost() {
        wanted = type -> true;
        while (!window.isEmpty()) {
            var underway = window.removeLast();
            if (!underway.done) {
                line.addFirst(underway.parcel);
            }
        }
        numbers.clear();
        windowSize = 0;
    }

    /** The first event that was sent before that moment and is not done. */
    Optional<Underway> olderThan(long moment) {
        var first = window.peek();
        return first != null && first.sent < moment ? Optional.of(first) : Optional.empty();
    }

    boolean busy() {
        return !window.isEmpty();
    }

    /** How many passing events found no room since the last time this was asked. */
    long takeDropped() {
        long count = dropped;
        dropped = 0;
        return count;
    }

    long position() {
        return position;
    }

    private void settle() {
        while (!window.isEmpty() && window.peek().done) {
            window.remove();
        }
        position = Math.max(position, firstOpen() - 1);
    }

    private long firstOpen() {
        for (var underway : window) {
            if (underway.parcel.durable() && !underway.done) {
                return underway.parcel.sequence();
            }
        }
        for (var parcel : line) {
            if (parcel.durable()) {
                return parcel.sequence();
            }
        }
        return cursor + 1;
    }
}
