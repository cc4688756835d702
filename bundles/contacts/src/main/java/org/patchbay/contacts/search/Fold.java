package org.patchbay.contacts.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The spelling in which names and words are compared: without case, accents and what is no letter or digit. */
public final class Fold {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Databases disagree about the order of what lies beyond. */
    private static final Pattern BEYOND_THE_PLANE = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

    private Fold() {}

    /** The text without case and accents. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String bare = MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        return BEYOND_THE_PLANE.matcher(letters(bare)).replaceAll("\uFFFD");
    }

    /** The folded words of the text. */
    public static List<String> words(String text) {
        return Arrays.stream(SEPARATORS.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The folded words, umlauts written as two letters; the same as {@link #words} where there are none. */
    static List<String> spelledOut(String text) {
        return words(Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue"));
    }

    /** The digits of the text. */
    public static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** Letters that are no accented ones to Unicode, but are to whoever types. */
    private static String letters(String bare) {
        return bare.replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace('ø', 'o')
                .replace('đ', 'd')
                .replace('ł', 'l')
                .replace('ı', 'i')
                .replace("þ", "th");
    }
}
