package org.patchbay.scheduling.invitation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * The VTIMEZONE (RFC 5545, section 3.6.5) of a zone as this server knows it: made of its rules, not of the calendar library's
 * own, so that both sides reckon alike.
 */
final class ZoneComponent {

    private static final int TRANSITION_LIMIT = 100;

    private ZoneComponent() {}

    /** The zone as it is from one moment until another. */
    static VTimeZone of(ZoneId zone, Instant from, Instant until) {
        var component = new VTimeZone();
        component.add(new TzId(zone.getId()));
        ZoneRules rules = zone.getRules();
        Instant begin = from.minus(366, ChronoUnit.DAYS);
        var first = new Standard();
        if (rules.isDaylightSavings(begin)) {
            component.add(observance(
                    new Daylight(), LocalDateTime.ofInstant(begin, zone), rules.getOffset(begin), begin, rules));
        } else {
            component.add(
                    observance(first, LocalDateTime.ofInstant(begin, zone), rules.getOffset(begin), begin, rules));
        }
        if (rules.getTransitionRules().isEmpty()) {
            addTransitions(component, rules, begin, until);
        } else {
            int year = ZonedDateTime.ofInstant(begin, zone).getYear();
            rules.getTransitionRules().forEach(rule -> component.add(yearly(rule, year)));
        }
        return component;
    }

    private static Observance observance(
            Observance observance, LocalDateTime start, ZoneOffset before, Instant at, ZoneRules rules) {
        return with(observance, start.truncatedTo(ChronoUnit.SECONDS), before, rules.getOffset(at));
    }

    private static Observance with(Observance observance, LocalDateTime start, ZoneOffset before, ZoneOffset after) {
        observance.add(new DtStart<>(start));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }

    private static void addTransitions(VTimeZone component, ZoneRules rules, Instant begin, Instant until) {
        ZoneOffsetTransition next = rules.nextTransition(begin);
        for (int i = 0;
                i < TRANSITION_LIMIT && next != null && next.getInstant().isBefore(until);
                i++) {
            Observance kind = rules.isDaylightSavings(next.getInstant()) ? new Daylight() : new Standard();
            component.add(with(kind, next.getDateTimeBefore(), next.getOffsetBefore(), next.getOffsetAfter()));
            next = rules.nextTransition(next.getInstant());
        }
    }

    private static Observance yearly(ZoneOffsetTransitionRule rule, int year) {
        ZoneOffsetTransition first = rule.createTransition(year);
        Observance kind = rule.getOffsetAfter().equals(rule.getStandardOffset()) ? new Standard() : new Daylight();
        Observance observance = with(kind, first.getDateTimeBefore(), first.getOffsetBefore(), first.getOffsetAfter());
        observance.add(new RRule<LocalDateTime>(
                "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + day(rule)));
        return observance;
    }

    /** The day of the month, or the first such weekday on or after it, or on or before it. */
    private static String day(ZoneOffsetTransitionRule rule) {
        DayOfWeek weekday = rule.getDayOfWeek();
        int number = rule.getDayOfMonthIndicator();
        if (weekday == null) {
            return ";BYMONTHDAY=" + number;
        }
        String name = weekday.name().substring(0, 2);
        if (number == -1) {
            return ";BYDAY=-1" + name;
        }
        int last = number < 0 ? rule.getMonth().length(Year.isLeap(2000)) + number + 1 : number + 6;
        if (number > 0 && last == rule.getMonth().maxLength()) {
            return ";BYDAY=-1" + name;
        }
        var days = new StringBuilder();
        for (int day = last - 6; day <= last; day++) {
            days.append(days.isEmpty() ? "" : ",").append(day);
        }
        return ";BYDAY=" + name + ";BYMONTHDAY=" + days;
    }
}
