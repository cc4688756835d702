package org.patchbay.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The sender as a header has it: the portal's name before the server's address (RFC 5322, RFC 2047). */
final class SenderAddress {

    /** An encoded word has at most 75 characters; this many bytes become 60 in base 64, beside the 12 around them. */
    private static final int WORD_BYTES = 45;

    private SenderAddress() {}

    static String of(String name, String address) {
        String plain = name.replaceAll("\\p{Cntrl}+", " ").strip();
        boolean ascii = plain.chars().allMatch(letter -> letter < 127);
        return (ascii ? quoted(plain) : encoded(plain)) + " <" + address + ">";
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String encoded(String name) {
        List<String> words = new ArrayList<>();
        var word = new StringBuilder();
        name.codePoints().forEach(letter -> {
            String added = Character.toString(letter);
            if (bytes(word + added).length > WORD_BYTES) {
                words.add(word(word));
                word.setLength(0);
            }
            word.append(added);
        });
        words.add(word(word));
        return String.join(" ", words);
    }

    private static String word(CharSequence text) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(text.toString())) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
