package org.patchbay.identity.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a mail template of this slice: {@code mail/<name>_<language>.txt}. */
public final class TemplateFile {

    private TemplateFile() {}

    /** The text; IllegalArgumentException if there is none in this language. */
    public static String read(String name, String language) {
        try (InputStream text = TemplateFile.class.getResourceAsStream("/mail/" + name + "_" + language + ".txt")) {
            if (text == null || !language.matches("[a-z]{2}")) {
                throw new IllegalArgumentException("No mail " + name + " in " + language);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
