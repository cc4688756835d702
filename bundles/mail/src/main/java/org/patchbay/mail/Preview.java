package org.patchbay.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.patchbay.api.tenancy.Portal;

/** Made-up values for a mail that is only looked at. */
final class Preview {

    private static final Duration AHEAD = Duration.ofDays(7);

    private Preview() {}

    static Map<String, String> values(Portal portal, String link, String language, Instant now) {
        Locale locale = Locale.forLanguageTag(language);
        ZoneId zone = ZoneId.of(portal.zone());
        Instant end = now.plus(AHEAD);
        return Map.of(
                "name",
                "Ada Lovelace",
                "login",
                "ada",
                "portal",
                portal.name(),
                "link",
                link + "…",
                "expires",
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(locale)
                                .withZone(zone)
                                .format(end)
                        + " (" + portal.zone() + ")",
                "day",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .withZone(zone)
                        .format(end));
    }
}
