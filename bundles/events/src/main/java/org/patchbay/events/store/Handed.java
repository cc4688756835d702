package org.patchbay.events.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this node wrote to wait for its numbers, so that who numbers it, mostly this node in the next moment, need not read it
 * back. The database alone says what waits: what is here without a row there was never committed, and makes room in time.
 * Thread-safe.
 */
final class Handed {

    private static final int MOST_EVENTS = 5_000;

    private final Map<String, Waiting> rows = new LinkedHashMap<>();
    private int size;

    synchronized void add(Waiting row) {
        rows.put(row.place(), row);
        size += row.events().size();
        var oldest = rows.values().iterator();
        while (size > MOST_EVENTS) {
            size -= oldest.next().events().size();
            oldest.remove();
        }
    }

    synchronized Optional<Waiting> find(String place) {
        return Optional.ofNullable(rows.get(place));
    }

    /** They are numbered. */
    synchronized void remove(List<String> places) {
        for (String place : places) {
            Waiting removed = rows.remove(place);
            size -= removed == null ? 0 : removed.events().size();
        }
    }
}
