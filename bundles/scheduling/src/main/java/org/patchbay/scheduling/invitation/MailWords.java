package org.patchbay.scheduling.invitation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.time.Slot;

/** Times and telephone numbers as a reader of this language writes them. */
final class MailWords {

    private static final Map<String, String> SERIES = Map.of(
            "en", "%d dates, the last one on %s",
            "de", "%d Termine, der letzte am %s",
            "es", "%d fechas, la última el %s",
            "fr", "%d dates, la dernière le %s");
    private static final Map<String, String> PHONE = Map.of(
            "en", "By telephone: %s, then the number of the meeting: %s",
            "de", "Per Telefon: %s, dann die Nummer der Besprechung: %s",
            "es", "Por teléfono: %s y después el número de la reunión: %s",
            "fr", "Par téléphone : %s, puis le numéro de la réunion : %s");
    private static final String RANGE = "\u2013";

    private final Locale locale;
    private final String series;
    private final String phone;

    MailWords(String language) {
        this.locale = Locale.forLanguageTag(language);
        this.series = SERIES.getOrDefault(language, SERIES.getOrDefault("en", ""));
        this.phone = PHONE.getOrDefault(language, PHONE.getOrDefault("en", ""));
    }

    /** When one occurrence is: day, time and zone. */
    String when(Instant starts, Instant ends, ZoneId zone) {
        ZonedDateTime begin = starts.atZone(zone);
        ZonedDateTime end = ends.atZone(zone);
        boolean sameDay = begin.toLocalDate().equals(end.toLocalDate());
        DateTimeFormatter time =
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        return day(begin) + ", " + time.format(begin) + (sameDay ? RANGE : " " + RANGE + " " + day(end) + ", ")
                + time.format(end) + " (" + zone.getId() + ")";
    }

    private String day(ZonedDateTime moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(moment);
    }

    /** How many there are, for a series. */
    String series(PlannedMeeting meeting, List<Slot> slots) {
        if (meeting.recurrence().isEmpty() || slots.isEmpty()) {
            return "";
        }
        ZonedDateTime last = slots.get(slots.size() - 1).starts().atZone(ZoneId.of(meeting.zone()));
        return String.format(locale, series, slots.size(), day(last));
    }

    /** What to call and what to key in then; empty where there is nothing to call. */
    String phone(String number, List<String> phones) {
        return phones.isEmpty() ? "" : String.format(locale, phone, String.join(", ", phones), number);
    }
}
