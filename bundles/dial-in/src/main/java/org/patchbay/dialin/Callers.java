package org.patchbay.dialin;

import java.util.Map;
import org.patchbay.api.extensions.Extension;
import org.patchbay.spi.calls.ApplicationCall;

/** What callers are called in a room, where guests see it too: a number is never shown whole. */
final class Callers {

    private static final Map<String, String> NOBODY =
            Map.of("en", "Phone", "de", "Telefon", "es", "Teléfono", "fr", "Téléphone");
    private static final int LONGEST = 64;
    private static final int FIRST = 5;
    private static final int LAST = 2;

    private Callers() {}

    static String nameOf(ApplicationCall call) {
        String number = call.caller().number();
        String name = call.extension().map(Extension::name).orElse(call.caller().name());
        String plain = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "").strip();
        if (plain.isEmpty() || plain.equals(number) || plain.matches("[+\\d\\s()/.-]+")) {
            return masked(number, NOBODY.getOrDefault(call.language(), "Phone"));
        }
        return plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
    }

    /** The beginning and the last two digits; nothing of one that is too short for that. */
    static String masked(String number, String otherwise) {
        if (!number.matches("\\+?\\d{" + (FIRST + LAST) + ",20}")) {
            return otherwise;
        }
        return number.substring(0, FIRST) + " …" + number.substring(number.length() - LAST);
    }
}
