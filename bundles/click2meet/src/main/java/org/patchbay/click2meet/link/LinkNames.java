package org.patchbay.click2meet.link;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.Problem;

/** What a personal link may be called: small letters and digits without accents, parted by single hyphens. */
public final class LinkNames {

    static final int SHORTEST = 3;
    static final int LONGEST = 64;

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    /** What nobody may pass for. */
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "administrator",
            "api",
            "help",
            "info",
            "login",
            "owner",
            "patchbay",
            "root",
            "security",
            "support",
            "system",
            "webmaster");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Map<String, String> LETTERS = Map.of(
            "ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "æ", "ae", "ø", "o", "œ", "oe", "ł", "l", "đ", "d", "ñ", "n");

    private LinkNames() {}

    /** The name as it is kept, or INVALID. */
    public static String check(String given) {
        String name = given.strip().toLowerCase(Locale.ROOT);
        if (name.length() < SHORTEST
                || name.length() > LONGEST
                || !NAME.matcher(name).matches()) {
            throw Problem.INVALID.at(
                    "/name",
                    "click2meet.name",
                    "must be 3 to 64 small letters, digits and single hyphens between them");
        }
        if (RESERVED.contains(name)) {
            throw Problem.INVALID.at("/name", "click2meet.reserved", "is kept for the server itself");
        }
        return name;
    }

    /** Whether some link could have this name. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    /** A link made of a person's name. */
    public static String suggest(String personName) {
        String text = personName.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        text = trim(OTHERS.matcher(text).replaceAll("-"));
        text = trim(text.length() > LONGEST - 4 ? text.substring(0, LONGEST - 4) : text);
        return text.length() < SHORTEST || RESERVED.contains(text) ? trim("person-" + text) : text;
    }

    private static String trim(String text) {
        return text.replaceAll("^-+|-+$", "");
    }
}
