package org.patchbay.scheduling.invitation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The text of a mail template of this slice: {@code mail/<name>_<language>.txt}. */
final class TemplateFile {

    private static final String EXAMPLE = "https://portal.example/invitation#…";

    private TemplateFile() {}

    /** The text; IllegalArgumentException if there is none in this language. */
    static String read(String name, String language) {
        try (InputStream text = TemplateFile.class.getResourceAsStream("/mail/" + name + "_" + language + ".txt")) {
            if (text == null || !language.matches("[a-z]{2}")) {
                throw new IllegalArgumentException("No mail " + name + " in " + language);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values for a preview. */
    static Map<String, String> sample() {
        Map<String, String> values = new HashMap<>();
        values.put("organizer", "Grace Hopper");
        values.put("title", "Jour fixe");
        values.put("when", "2026-11-30, 09:00–09:30 (Europe/Berlin)");
        values.put("series", "");
        values.put("agenda", "1. …\n2. …");
        values.put("phone", "+493012345678 · 48201763");
        values.put("pin", "PIN: 4711");
        values.put("message", "…");
        values.put("acceptLink", EXAMPLE);
        values.put("maybeLink", EXAMPLE);
        values.put("declineLink", EXAMPLE);
        return values;
    }
}
