package org.patchbay.identity.holiday;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;

/** How often an event comes again (RFC 5545, 3.3.10). Immutable. */
final class Recurrence {

    private static final int RULE_LIMIT = 500;
    private static final int TIMES_LIMIT = 100;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");
    private static final Set<String> OF_ONE_DAY = Set.of("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "WKST");

    private final Map<String, String> parts;

    private Recurrence(Map<String, String> parts) {
        this.parts = parts;
    }

    static Recurrence of(String rule) throws DateTimeException {
        Map<String, String> parts = new HashMap<>();
        if (rule.length() > RULE_LIMIT) {
            throw new DateTimeException("has a rule that is too long");
        }
        for (String part : rule.strip().toUpperCase(Locale.ROOT).split(";")) {
            int sign = part.indexOf('=');
            if (sign > 0) {
                parts.put(part.substring(0, sign), part.substring(sign + 1));
            }
        }
        if (!FREQUENCIES.contains(parts.getOrDefault("FREQ", ""))) {
            throw new DateTimeException("comes again in a way that holidays do not");
        }
        return new Recurrence(parts);
    }

    /** Whether it is the same day of every year, for ever. */
    boolean isYearly(LocalDate first) {
        return parts.getOrDefault("FREQ", "").equals("YEARLY")
                && OF_ONE_DAY.containsAll(parts.keySet())
                && parts.getOrDefault("INTERVAL", "1").equals("1")
                && parts.getOrDefault("BYMONTH", String.valueOf(first.getMonthValue()))
                        .equals(String.valueOf(first.getMonthValue()))
                && parts.getOrDefault("BYMONTHDAY", String.valueOf(first.getDayOfMonth()))
                        .equals(String.valueOf(first.getDayOfMonth()));
    }

    /** The days on which it begins within a time, as many as there may be. */
    List<LocalDate> between(LocalDate first, LocalDate from, LocalDate until) throws DateTimeException {
        Optional<LocalDate> end = Optional.ofNullable(parts.get("UNTIL")).map(Recurrence::day);
        Map<String, String> endless = new HashMap<>(parts);
        endless.remove("UNTIL"); // It may be a moment where the days have none.
        StringBuilder rule = new StringBuilder("FREQ=" + endless.remove("FREQ"));
        endless.forEach(
                (name, value) -> rule.append(';').append(name).append('=').append(value));
        try {
            return new Recur<LocalDate>(rule.toString())
                    .getDates(first, from, until, TIMES_LIMIT).stream()
                            .filter(day -> end.filter(day::isAfter).isEmpty())
                            .toList();
        } catch (RuntimeException e) { // Whatever the parts of a rule make it throw.
            throw new DateTimeException("has a rule that cannot be read", e);
        }
    }

    private static LocalDate day(String moment) {
        return LocalDate.parse(
                moment.length() > 8 ? moment.substring(0, 8) : moment,
                DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT));
    }
}
