package org.patchbay.provisioning.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Locale;

/** A time zone as phones read it. */
public final class ZoneText {

    private static final int HOUR = 3600;
    private static final int MINUTE = 60;
    private static final int QUARTER = 900;
    private static final int WEEK = 7;
    private static final int LAST = 5;

    private final ZoneId zone;
    private final int offset;

    public ZoneText(ZoneId zone, Instant now) {
        this.zone = zone;
        this.offset = zone.getRules().getStandardOffset(now).getTotalSeconds();
    }

    /** Seconds of standard time east of Greenwich. */
    public String seconds() {
        return Integer.toString(offset);
    }

    /** Quarters of an hour of standard time east of Greenwich. */
    public String quarters() {
        return Integer.toString(offset / QUARTER);
    }

    /** Hours of standard time east of Greenwich with their sign, such as {@code +5:30}. */
    public String hours() {
        int minutes = Math.abs(offset) % HOUR / MINUTE;
        String hours = (offset < 0 ? "-" : "+") + Math.abs(offset) / HOUR;
        return minutes == 0 ? hours : "%s:%02d".formatted(hours, minutes);
    }

    /** As the variable TZ has it (POSIX.1, section 8.3), such as {@code STD-1DST,M3.5.0/2,M10.5.0/3}. */
    public String posix() {
        List<ZoneOffsetTransitionRule> rules = zone.getRules().getTransitionRules();
        String standard = "STD" + west(offset);
        if (rules.size() != 2) {
            return standard;
        }
        boolean first = rules.get(0).getOffsetAfter().getTotalSeconds() > offset;
        ZoneOffsetTransitionRule begin = rules.get(first ? 0 : 1);
        ZoneOffsetTransitionRule end = rules.get(first ? 1 : 0);
        int summer = begin.getOffsetAfter().getTotalSeconds();
        return standard + "DST" + (summer == offset + HOUR ? "" : west(summer)) + ',' + day(begin) + ',' + day(end);
    }

    /** POSIX counts westward. */
    private static String west(int seconds) {
        int minutes = Math.abs(seconds) % HOUR / MINUTE;
        String hours = (seconds > 0 ? "-" : "") + Math.abs(seconds) / HOUR;
        return minutes == 0 ? hours : "%s:%02d".formatted(hours, minutes);
    }

    private static String day(ZoneOffsetTransitionRule rule) {
        int from = rule.getDayOfMonthIndicator();
        boolean last = from < 0 || from > rule.getMonth().minLength() - WEEK;
        int week = last ? LAST : (from - 1) / WEEK + 1;
        int weekday = rule.getDayOfWeek() == null ? 0 : rule.getDayOfWeek().getValue() % WEEK;
        ZoneOffset before = rule.getOffsetBefore();
        int local = rule.getLocalTime().toSecondOfDay();
        int wall =
                switch (rule.getTimeDefinition()) {
                    case UTC -> local + before.getTotalSeconds();
                    case STANDARD ->
                        local
                                + before.getTotalSeconds()
                                - rule.getStandardOffset().getTotalSeconds();
                    case WALL -> local;
                };
        return String.format(Locale.ROOT, "M%d.%d.%d/%d", rule.getMonth().getValue(), week, weekday, wall / HOUR);
    }
}
