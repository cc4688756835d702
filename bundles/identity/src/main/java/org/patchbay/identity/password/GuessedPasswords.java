package org.patchbay.identity.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passwords that whoever guesses tries first, as patterns rather than as a long list: the words of breached lists with
 * the usual letters replaced and the usual things put around them, rows of keys, dates and repetitions. Immutable.
 */
final class GuessedPasswords {

    /** What is put before or after a word counts as nothing up to this length. */
    private static final int TRIMMINGS = 6;

    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}]*|[^\\p{L}]*$");
    private static final Pattern REPEATED = Pattern.compile("(.{1,4})\\1+.{0,3}");
    private static final Pattern DATE = Pattern.compile(
            "(0?[1-9]|[12]\\d|3[01])[./-]?(0?[1-9]|1[0-2])[./-]?(19|20)\\d\\d|(19|20)\\d\\d[./-]?(0?[1-9]|1[0-2])[./-]?(0?[1-9]|[12]\\d|3[01])");
    private static final List<String> ROWS = List.of(
            "01234567890",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiop[]",
            "qwertzuiopü",
            "azertyuiop",
            "asdfghjkl;'",
            "zxcvbnm,./",
            "yxcvbnm,.-",
            "!@#$%^&*()",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
            "1q2w3e4r5t6y7u8i9o0p",
            "qazwsxedcrfvtgbyhnujm");

    private final Set<String> words = words();

    boolean has(String password) {
        String plain = password.toLowerCase(Locale.ROOT);
        return DATE.matcher(plain).matches()
                || (REPEATED.matcher(plain).matches() && plain.length() <= 16)
                || isRow(plain)
                || isWord(plain)
                || isWord(letters(plain));
    }

    private boolean isWord(String text) {
        String word = AROUND.matcher(text).replaceAll("");
        return text.length() - word.length() <= TRIMMINGS && (words.contains(word) || isTwice(word) || isRow(word));
    }

    private boolean isTwice(String word) {
        String half = word.substring(0, word.length() / 2);
        return word.length() > 1 && word.equals(half + half) && words.contains(half);
    }

    /** Neighbours on a keyboard, or in order, either way round; also two such rows one after the other. */
    private static boolean isRow(String text) {
        if (text.length() < 3) {
            return false;
        }
        int first = rowFrom(text, 0);
        return first == text.length()
                || (first >= 3 && text.length() - first >= 3 && rowFrom(text, first) == text.length());
    }

    /** Where the longest row that begins here ends. */
    private static int rowFrom(String text, int from) {
        int to = from;
        while (to < text.length() && inRow(text.substring(from, to + 1))) {
            to++;
        }
        return to;
    }

    private static boolean inRow(String text) {
        String back = new StringBuilder(text).reverse().toString();
        return ROWS.stream().anyMatch(row -> row.contains(text) || row.contains(back));
    }

    /** Without the digits and signs that stand for letters. */
    private static String letters(String text) {
        String from = "4@831!057$+";
        String to = "aabeiiostst";
        return text.chars()
                .map(each -> from.indexOf(each) < 0 ? each : to.charAt(from.indexOf(each)))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static Set<String> words() {
        try (InputStream list = GuessedPasswords.class.getResourceAsStream("/passwords/common.txt")) {
            if (list == null) {
                throw new IllegalStateException("The list of common passwords is missing");
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
