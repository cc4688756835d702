package org.patchbay.identity.holiday;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An event as far as holidays need it: what it is called and which days it takes. Immutable. */
final class CalendarEvent {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern WEEKS = Pattern.compile("P\\d{1,4}W");
    private static final Pattern DAYS = Pattern.compile("P\\d{1,5}D");

    private final int line;
    private final Map<String, List<Value>> properties;
    private final ZoneId here;

    /** An event for holidays that will be in this zone, in which times without a zone are too. */
    CalendarEvent(int line, Map<String, List<Value>> properties, ZoneId here) {
        this.line = line;
        this.properties = properties;
        this.here = here;
    }

    int line() {
        return line;
    }

    /** The text of a property, its escapes resolved. */
    String text(String name) {
        return first(name)
                .map(Value::text)
                .map(text -> text.replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1"))
                .orElse("");
    }

    boolean has(String name) {
        return properties.containsKey(name);
    }

    /** A property as it stands there. */
    Optional<Value> first(String name) {
        return properties.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The days that the first time of it takes, and whether it takes them wholly. */
    Days days() throws DateTimeException {
        Value begin = first("DTSTART").orElseThrow(() -> new DateTimeException("has no DTSTART"));
        if (isDay(begin)) {
            LocalDate from = day(begin.text());
            LocalDate after = endDay(from);
            return new Days(from, after.isAfter(from) ? after.minusDays(1) : from, true, true);
        }
        LocalDateTime from = time(begin);
        LocalDateTime until = endTime(from);
        if (until.isBefore(from)) {
            throw new DateTimeException("ends before it begins");
        }
        boolean whole = from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && until.toLocalTime().equals(LocalTime.MIDNIGHT)
                && until.isAfter(from);
        LocalDate last = until.isAfter(from) ? until.minusNanos(1).toLocalDate() : from.toLocalDate();
        return new Days(from.toLocalDate(), last, whole, knows(begin));
    }

    /** The days in a list of moments, as of EXDATE and RDATE. */
    List<LocalDate> dates(String name) throws DateTimeException {
        List<LocalDate> dates = new ArrayList<>();
        for (Value value : properties.getOrDefault(name, List.of())) {
            for (String part : value.text().split(",")) {
                String moment = part.strip().replaceFirst("/.*", "");
                var one = new Value(moment, value.parameters());
                dates.add(isDay(one) ? day(moment) : time(one).toLocalDate());
            }
        }
        return dates;
    }

    private LocalDate endDay(LocalDate from) {
        Optional<Value> end = first("DTEND");
        if (end.isPresent()) {
            LocalDate after =
                    isDay(end.get()) ? day(end.get().text()) : time(end.get()).toLocalDate();
            if (after.isBefore(from)) {
                throw new DateTimeException("ends before it begins");
            }
            return after;
        }
        return first("DURATION")
                .map(Value::text)
                .map(length -> isPeriod(length)
                        ? from.plus(Period.parse(length))
                        : from.plusDays(Duration.parse(length).toDays()))
                .orElse(from);
    }

    /** Weeks and days are as long as the clock makes them, hours are not. */
    private static boolean isPeriod(String length) {
        return WEEKS.matcher(length).matches() || DAYS.matcher(length).matches();
    }

    private LocalDateTime endTime(LocalDateTime from) {
        Optional<Value> end = first("DTEND");
        if (end.isPresent()) {
            return isDay(end.get()) ? day(end.get().text()).atStartOfDay() : time(end.get());
        }
        return first("DURATION")
                .map(Value::text)
                .map(length -> isPeriod(length) ? from.plus(Period.parse(length)) : from.plus(Duration.parse(length)))
                .orElse(from);
    }

    private static boolean isDay(Value value) {
        return value.text().indexOf('T') < 0;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text.strip(), DAY);
    }

    /** A time as clocks here show it. */
    private LocalDateTime time(Value value) {
        String text = value.text().strip();
        if (text.endsWith("Z")) {
            return LocalDateTime.parse(text.substring(0, text.length() - 1), TIME)
                    .atZone(ZoneOffset.UTC)
                    .withZoneSameInstant(here)
                    .toLocalDateTime();
        }
        LocalDateTime local = LocalDateTime.parse(text, TIME);
        return zone(value)
                .map(zone -> local.atZone(zone).withZoneSameInstant(here).toLocalDateTime())
                .orElse(local);
    }

    /** Whether the zone of the value, if it has one, is known here; some programs have names of their own. */
    private static boolean knows(Value value) {
        return !value.parameters().containsKey("TZID") || zone(value).isPresent();
    }

    private static Optional<ZoneId> zone(Value value) {
        return Optional.ofNullable(value.parameters().get("TZID"))
                .map(name -> name.replaceFirst("^/.*?/(?=\\w+/\\w)", ""))
                .filter(name -> ZoneId.getAvailableZoneIds().contains(name))
                .map(ZoneId::of);
    }

    /** A property's value and its parameters, by name in capitals. */
    record Value(String text, Map<String, String> parameters) {}

    /**
     * Days one after the other.
     *
     * @param whole whether no part of the first or last day is left out
     * @param zoned whether the zone of the event is known
     */
    record Days(LocalDate from, LocalDate until, boolean whole, boolean zoned) {}
}
