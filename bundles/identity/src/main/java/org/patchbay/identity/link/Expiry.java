package org.patchbay.identity.link;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.patchbay.api.identity.Person;
import org.patchbay.api.tenancy.Portal;

/** Says in a mail until when its link works. */
final class Expiry {

    private Expiry() {}

    /** In the person's time zone, or the portal's. */
    static String say(String language, Person person, Portal portal, Instant moment) {
        String zone = person.zone().orElse(portal.zone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(language))
                        .withZone(ZoneId.of(zone))
                        .format(moment)
                + " (" + zone + ")";
    }
}
