package org.patchbay.identity.holiday;

import java.util.List;
import java.util.Set;
import org.patchbay.api.identity.Holiday;

/**
 * What a file holds. Immutable.
 *
 * @param findings what was left out, in the order of the file
 */
public record HolidayFile(List<FoundHoliday> holidays, List<HolidayFinding> findings) {

    public HolidayFile {
        holidays = List.copyOf(holidays);
        findings = List.copyOf(findings);
    }

    /**
     * A holiday and where it stands.
     *
     * @param line where its event begins
     * @param notes what whoever takes it over should know
     */
    public record FoundHoliday(int line, Holiday holiday, Set<HolidayNote> notes) {
        public FoundHoliday {
            notes = Set.copyOf(notes);
        }
    }

    /** What is odd about a holiday that can be taken over all the same. */
    public enum HolidayNote {
        /** It is over. */
        PAST,
        /** The event takes a part of a day; the holiday is the whole day. */
        PART_OF_DAY,
        /** The event is in a time zone of an unknown name; its times were taken for the department's. */
        UNKNOWN_ZONE,
        /** The event comes again on other days each year; this is one of them. */
        ONE_OF_MANY
    }

    /**
     * What was left out.
     *
     * @param code {@code holiday.unreadable}, {@code holiday.date}, {@code holiday.nameless}, {@code holiday.long},
     *     {@code holiday.year}, {@code holiday.cancelled}, {@code holiday.twice} or {@code holiday.many}
     * @param detail in English
     */
    public record HolidayFinding(int line, String code, String detail) {}
}
