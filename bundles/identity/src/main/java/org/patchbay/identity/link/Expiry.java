package org.patchbay.identity.link;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.patchbay.api.tenancy.Portal;

/** Says in a mail until when its link works. */
final class Expiry {

    private Expiry() {}

    static String say(String language, Portal portal, Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(language))
                        .withZone(ZoneId.of(portal.zone()))
                        .format(moment)
                + " (" + portal.zone() + ")";
    }
}
