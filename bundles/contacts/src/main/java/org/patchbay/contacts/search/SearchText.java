package org.patchbay.contacts.search;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody types to find a contact: beginnings of words, in any order, of a domain, or of a number.
 *
 * @param words each must begin a token
 */
public record SearchText(List<String> words) {

    /** More are not looked at. */
    private static final int WORDS_LIMIT = 8;

    private static final int LENGTH_LIMIT = 50;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9()/.\\s-]*[0-9][0-9()/.\\s-]*");
    /** Such as {@code example.org}, also while it is typed. */
    private static final Pattern DOMAIN = Pattern.compile("@?[a-z0-9-]{2,}(?:\\.[a-z0-9-]+)*\\.[a-z]+");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    public SearchText {
        words = List.copyOf(words);
    }

    /** Reads what was typed. */
    public static SearchText parse(String typed) {
        String text = typed.strip();
        Set<String> words = new LinkedHashSet<>();
        if (NUMBER.matcher(text).matches()) {
            words.add(number(text));
        } else {
            for (String piece : text.split("\\s+", -1)) {
                String small = piece.toLowerCase(Locale.ROOT);
                if (piece.indexOf('@') > 0) {
                    words.add(small);
                } else if (DOMAIN.matcher(small).matches()) {
                    words.add(small.startsWith("@") ? small.substring(1) : small);
                } else {
                    words.addAll(Fold.words(piece));
                }
            }
        }
        return new SearchText(
                words.stream().limit(WORDS_LIMIT).map(SearchText::cut).toList());
    }

    /** A number that was dialled with 00 is kept with its country code. */
    private static String number(String text) {
        String digits = Fold.digits(text);
        return digits.startsWith("00") && digits.length() > 2 ? digits.substring(2) : digits;
    }

    private static String cut(String word) {
        return word.length() <= LENGTH_LIMIT ? word : word.substring(0, LENGTH_LIMIT);
    }

    /** Whether there is nothing in it that could be found. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * What the tokens of a find begin with: the narrowest place in the index that holds every find. Two words are one
     * place if both are letters and the smaller is long enough.
     */
    public String place() {
        return Optional.<String>empty()
                .or(this::narrowestPair)
                .or(() -> words.stream().max(Comparator.comparingInt(String::length)))
                .orElseThrow();
    }

    private Optional<String> narrowestPair() {
        List<String> sorted =
                words.stream().filter(SearchText::isLetters).sorted().toList();
        String narrowest = "";
        for (int first = 0; first < sorted.size(); first++) {
            for (int second = first + 1; second < sorted.size(); second++) {
                String pair = ContactTokens.pair(sorted.get(first), sorted.get(second));
                boolean usable = sorted.get(first).length() >= ContactTokens.PAIR_BEGINNING
                        && !sorted.get(second).startsWith(sorted.get(first));
                narrowest = usable && pair.length() > narrowest.length() ? pair : narrowest;
            }
        }
        return Optional.of(narrowest).filter(pair -> !pair.isEmpty());
    }

    private static boolean isLetters(String word) {
        return word.indexOf('@') < 0
                && word.indexOf('.') < 0
                && !DIGITS.matcher(word).matches();
    }

    /** Whether a contact with these tokens is found. */
    public boolean matches(NavigableSet<String> tokens) {
        return words.stream().allMatch(word -> first(tokens, word).isPresent());
    }

    /** The first of the tokens that begins so: where a contact that has several is shown. */
    public static Optional<String> first(NavigableSet<String> tokens, String beginning) {
        return Optional.ofNullable(tokens.ceiling(beginning)).filter(token -> token.startsWith(beginning));
    }
}
