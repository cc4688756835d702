package org.patchbay.api.extensions;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * Times at which a diversion is on by itself. Immutable.
 *
 * @param rows 1 to 20, each another one; it is time when it is in one of them
 */
public record TimeGroup(String name, List<TimeRow> rows) {

    private static final int MOST = 20;

    public TimeGroup {
        name = Bounds.name(name);
        Bounds.most("rows", rows, MOST);
        if (rows.isEmpty()) {
            throw Bounds.invalid("rows", "time-group.empty", "must have at least one row");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.indexOf(rows.get(i)) < i) {
                throw Bounds.invalid("rows/" + i, "list.twice", "is there twice");
            }
        }
        rows = List.copyOf(rows);
    }

    /** Whether it is time, read in the zone of the moment. */
    public boolean contains(ZonedDateTime moment) {
        return rows.stream().anyMatch(row -> row.contains(moment));
    }
}
