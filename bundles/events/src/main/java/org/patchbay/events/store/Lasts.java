package org.patchbay.events.store;

import java.sql.SQLException;
import java.util.List;

/** Rows of a portal, known by the number of their last event and asked for from the newest to the oldest. */
interface Lasts {

    /** The newest one up to this number, 0 if there is none; nobody asks for a greater number than before. */
    long atMost(long last) throws SQLException;

    /** Those that are among any of these. */
    static Lasts any(List<Lasts> several) {
        return last -> {
            long newest = 0;
            for (Lasts one : several) {
                newest = Math.max(newest, one.atMost(last));
            }
            return newest;
        };
    }

    /** Those that are among all of these. */
    static Lasts all(List<Lasts> several) {
        return last -> {
            long common = last;
            boolean same = false;
            while (!same) {
                long before = common;
                for (Lasts one : several) {
                    common = one.atMost(common);
                }
                same = common == before;
            }
            return common;
        };
    }
}
