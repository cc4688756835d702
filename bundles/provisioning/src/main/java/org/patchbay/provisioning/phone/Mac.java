package org.patchbay.provisioning.phone;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.api.Problem;

/** Hardware addresses of phones. */
public final class Mac {

    private static final Pattern PLAIN = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern WITHIN = Pattern.compile(
            "(?<![0-9A-Fa-f])[0-9A-Fa-f]{2}([:-]?)(?:[0-9A-Fa-f]{2}\\1){4}[0-9A-Fa-f]{2}(?![0-9A-Fa-f])");

    private Mac() {}

    /** Twelve small hexadecimal digits, of any usual spelling; INVALID at {@code /mac} for what is none. */
    public static String of(String text) {
        return find(text)
                .orElseThrow(() -> Problem.INVALID.at(
                        "/mac", "phone.mac", "must be 12 hexadecimal digits, such as 00:15:65:aa:bb:cc"));
    }

    /** The same, or nothing for what is none. */
    public static Optional<String> find(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        String plain = text.strip().replaceAll("[:.\\- ]", "").toLowerCase(Locale.ROOT);
        return Optional.of(plain).filter(digits -> PLAIN.matcher(digits).matches());
    }

    /** An address that stands in a longer text. */
    public static Optional<String> within(String text) {
        Matcher found = WITHIN.matcher(text);
        return found.find() ? find(found.group()) : Optional.empty();
    }
}
