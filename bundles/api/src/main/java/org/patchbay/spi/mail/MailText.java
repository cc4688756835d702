package org.patchbay.spi.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts of mails as slices have them: a file {@code /mail/name_language.txt} for each language. */
public final class MailText {

    private MailText() {}

    /**
     * The text of a mail.
     *
     * @param slice a class of the slice that has the file
     * @throws IllegalArgumentException if there is none in this language
     */
    public static String read(Class<?> slice, String name, String language) {
        try (InputStream text = slice.getResourceAsStream("/mail/" + name + "_" + language + ".txt")) {
            if (text == null || !language.matches("[a-z]{2}")) {
                throw new IllegalArgumentException("No mail " + name + " in " + language);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
