package org.patchbay.sip.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The small parts that headers are made of (RFC 3261, section 25.1). Thread-safe. */
public final class Tokens {

    private static final String SEPARATORS = "-.!%*_+`'~";
    private static final int DIGITS = 18;

    private Tokens() {}

    /** The parts between separators that stand neither in quotes nor in angle brackets, stripped; empty parts are left out. */
    public static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        split(text, separator, parts);
        return parts;
    }

    static void split(String text, char separator, List<String> parts) {
        if (text.indexOf(separator) < 0) {
            put(text, parts);
            return;
        }
        boolean quoted = false;
        int brackets = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '<') {
                brackets++;
            } else if (c == '>') {
                brackets = Math.max(0, brackets - 1);
            } else if (c == separator && brackets == 0) {
                put(text.substring(start, i), parts);
                start = i + 1;
            }
        }
        put(text.substring(start), parts);
    }

    private static void put(String part, List<String> parts) {
        String stripped = part.strip();
        if (!stripped.isEmpty()) {
            parts.add(stripped);
        }
    }

    /** Whether the text is a token. */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && SEPARATORS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** A whole number without sign; one with more digits than a long has is the greatest. */
    public static Optional<Long> number(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        String digits = text.length() > DIGITS ? text.replaceFirst("^0+(?=.)", "") : text;
        return Optional.of(digits.length() > DIGITS ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    /** The text within quotes, or as it is. */
    public static String unquote(String text) {
        if (text.length() < 2 || text.charAt(0) != '"' || text.charAt(text.length() - 1) != '"') {
            return text;
        }
        String inner = text.substring(1, text.length() - 1);
        return inner.indexOf('\\') < 0 ? inner : inner.replaceAll("\\\\(.)", "$1");
    }

    /** The text in quotes; control characters are left out. */
    public static String quote(String text) {
        var out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            if (c >= ' ' && c != 0x7f) {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
