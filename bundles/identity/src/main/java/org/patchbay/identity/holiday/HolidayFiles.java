package org.patchbay.identity.holiday;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.Names;
import org.patchbay.api.identity.Holiday;
import org.patchbay.identity.holiday.HolidayFile.FoundHoliday;
import org.patchbay.identity.holiday.HolidayFile.HolidayFinding;
import org.patchbay.identity.holiday.HolidayFile.HolidayNote;

/**
 * Finds the holidays in an iCalendar file. What comes again on the same day of each year is one yearly holiday; what comes
 * again otherwise is found for the coming years. Thread-safe.
 */
@Component(service = HolidayFiles.class)
public final class HolidayFiles {

    /** How much a file may have. */
    public static final int FILE_LIMIT = 1 << 20;

    private static final int NAME_LIMIT = 64;
    private static final int HOLIDAYS_LIMIT = 1_000;
    private static final int FINDINGS_LIMIT = 1_000;
    private static final int RULES_LIMIT = 200;
    private static final int YEARS_AHEAD = 5;
    private static final int SHORTEST_YEAR = 365;
    private static final int LONGEST_DAYS = 366;

    private final Clock clock;

    @Activate
    public HolidayFiles() {
        this(Clock.systemUTC());
    }

    public HolidayFiles(Clock clock) {
        this.clock = clock;
    }

    /** Reads a file for a department in the zone; INVALID or TOO_LARGE for what is none. */
    public HolidayFile read(byte[] file, ZoneId zone) {
        var reading = new Reading(zone);
        CalendarText.events(file).forEach(reading::take);
        return new HolidayFile(reading.found, reading.findings);
    }

    /** One file while it is read. */
    private final class Reading {

        private final ZoneId zone;
        private final LocalDate today;
        private final Set<Holiday> seen = new HashSet<>();
        private final List<FoundHoliday> found = new ArrayList<>();
        private final List<HolidayFinding> findings = new ArrayList<>();
        private int worked;

        Reading(ZoneId zone) {
            this.zone = zone;
            this.today = LocalDate.ofInstant(clock.instant(), zone);
        }

        void take(CalendarText.Block block) {
            try {
                take(EventParser.parse(block, zone));
            } catch (EventParser.Unreadable e) {
                leave(e.line(), "holiday.unreadable", "is no line of iCalendar");
            } catch (DateTimeParseException e) {
                leave(block.number(), "holiday.date", "has the date \"" + e.getParsedString() + "\", which is none");
            } catch (DateTimeException | ArithmeticException e) {
                leave(block.number(), "holiday.date", String.valueOf(e.getMessage()));
            }
        }

        private void take(CalendarEvent event) {
            String name = name(event.text("SUMMARY"));
            if (event.text("STATUS").toUpperCase(Locale.ROOT).equals("CANCELLED")) {
                leave(event.line(), "holiday.cancelled", "was cancelled");
                return;
            }
            if (!Names.isName(name)) {
                leave(event.line(), "holiday.nameless", "has no name");
                return;
            }
            CalendarEvent.Days days = event.days();
            long longer = ChronoUnit.DAYS.between(days.from(), days.until());
            if (longer >= LONGEST_DAYS) {
                leave(event.line(), "holiday.long", "is longer than a year");
                return;
            }
            Set<HolidayNote> notes = EnumSet.noneOf(HolidayNote.class);
            if (!days.whole()) {
                notes.add(HolidayNote.PART_OF_DAY);
            }
            if (!days.zoned()) {
                notes.add(HolidayNote.UNKNOWN_ZONE);
            }
            if (!event.has("RRULE") && !event.has("RDATE")) {
                add(event.line(), name, days.from(), longer, false, notes);
                return;
            }
            Optional<Recurrence> rule = rule(event);
            boolean yearly = rule.filter(each -> each.isYearly(days.from())).isPresent()
                    && longer < SHORTEST_YEAR
                    && !event.has("EXDATE")
                    && !event.has("RDATE");
            if (yearly) {
                add(event.line(), name, days.from(), longer, true, notes);
                return;
            }
            if (++worked > RULES_LIMIT) {
                leave(event.line(), "holiday.many", "is after " + RULES_LIMIT + " that come again");
                return;
            }
            notes.add(HolidayNote.ONE_OF_MANY);
            for (LocalDate first : beginnings(event, rule, days.from())) {
                add(event.line(), name, first, longer, false, notes);
            }
        }

        private Set<LocalDate> beginnings(CalendarEvent event, Optional<Recurrence> rule, LocalDate first) {
            LocalDate from = today.withDayOfYear(1);
            LocalDate until = from.plusYears(YEARS_AHEAD).minusDays(1);
            Set<LocalDate> all = new TreeSet<>(event.dates("RDATE"));
            all.add(first);
            rule.ifPresent(each -> all.addAll(each.between(first, from, until)));
            all.removeAll(event.dates("EXDATE"));
            all.removeIf(day -> day.isBefore(from) || day.isAfter(until));
            return all;
        }

        private void add(int line, String name, LocalDate from, long longer, boolean yearly, Set<HolidayNote> known) {
            LocalDate until = from.plusDays(longer);
            if (from.getYear() < 1970 || until.getYear() > 9999) {
                leave(line, "holiday.year", "must be from 1970 to 9999");
                return;
            }
            var holiday = new Holiday(name, from, until, yearly);
            if (!seen.add(holiday)) {
                leave(line, "holiday.twice", "is in the file twice");
                return;
            }
            if (found.size() == HOLIDAYS_LIMIT) {
                if (findings.stream().noneMatch(finding -> finding.code().equals("holiday.many"))) {
                    leave(line, "holiday.many", "and what follows is more than " + HOLIDAYS_LIMIT + " holidays");
                }
                return;
            }
            Set<HolidayNote> notes = EnumSet.noneOf(HolidayNote.class);
            notes.addAll(known);
            if (!yearly && until.isBefore(today)) {
                notes.add(HolidayNote.PAST);
            }
            found.add(new FoundHoliday(line, holiday, notes));
        }

        private void leave(int line, String code, String detail) {
            if (findings.size() < FINDINGS_LIMIT) {
                findings.add(new HolidayFinding(line, code, detail));
            }
        }
    }

    private static Optional<Recurrence> rule(CalendarEvent event) {
        return event.first("RRULE").map(CalendarEvent.Value::text).map(Recurrence::of);
    }

    /** One line, as long as a name may be. */
    private static String name(String summary) {
        String line = summary.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        return line.codePointCount(0, line.length()) <= NAME_LIMIT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, NAME_LIMIT - 1)).strip() + "…";
    }
}
