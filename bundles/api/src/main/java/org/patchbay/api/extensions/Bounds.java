package org.patchbay.api.extensions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.patchbay.api.Names;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** What values of this package must keep to; each refuses with INVALID and the field's pointer. */
final class Bounds {

    static final int NAME = 100;
    static final int LONGEST_WAIT = 7200;

    private static final Pattern INTERNAL = Pattern.compile("\\d{2,8}");
    private static final Pattern OUTSIDE = Pattern.compile("\\+?[0-9 ()./-]{3,40}");
    private static final Pattern SENTENCE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int SENTENCE_CHARS = 64;

    private Bounds() {}

    static int range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.INVALID.at('/' + field, "number.range", "must be in " + least + " to " + most);
        }
        return value;
    }

    static String name(String name) {
        return Names.check("/name", name, NAME);
    }

    static void internal(String number) {
        if (!INTERNAL.matcher(number).matches()) {
            throw Problem.INVALID.at("/number", "extension.number", "must be 2 to 8 digits");
        }
    }

    /** As people write it: what sets things up makes it whole by the country of the portal. */
    static void outside(String field, String number) {
        if (!OUTSIDE.matcher(number).matches()) {
            throw Problem.INVALID.at(
                    '/' + field, "number.e164", "must be a whole number, such as +493012345 or 030 12345");
        }
    }

    static void outside(String field, Optional<String> number) {
        number.ifPresent(text -> outside(field, text));
    }

    static void sentence(String field, String name) {
        if (name.length() > SENTENCE_CHARS || !SENTENCE.matcher(name).matches()) {
            throw Problem.INVALID.at('/' + field, "prompt.name", "must be small letters, digits and dashes, to 64");
        }
    }

    static void most(String field, Collection<?> values, int most) {
        if (values.size() > most) {
            throw Problem.INVALID.at('/' + field, "list.length", "must have at most " + most + " entries");
        }
    }

    static List<String> distinct(String field, List<String> values, int most) {
        most(field, values, most);
        if (values.isEmpty()) {
            return List.of();
        }
        int twice = IntStream.range(0, values.size())
                .filter(i -> values.indexOf(values.get(i)) < i)
                .findFirst()
                .orElse(-1);
        if (twice >= 0) {
            throw Problem.INVALID.at('/' + field + '/' + twice, "list.twice", "is there twice");
        }
        return List.copyOf(values);
    }

    static PatchbayException invalid(String field, String code, String detail) {
        return Problem.INVALID.at('/' + field, code, detail);
    }
}
