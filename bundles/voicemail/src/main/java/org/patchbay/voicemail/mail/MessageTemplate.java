package org.patchbay.voicemail.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;

/** The mail that tells of a message in a mailbox. */
@Component
public final class MessageTemplate implements MailTemplate {

    /** Its name. */
    public static final String NAME = "voicemail";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        try (InputStream text = MessageTemplate.class.getResourceAsStream("/mail/" + NAME + "_" + language + ".txt")) {
            if (text == null || !language.matches("[a-z]{2}")) {
                throw new IllegalArgumentException("No mail " + NAME + " in " + language);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> sample() {
        return Map.of(
                "name", "Anna Berg",
                "caller", "Grace Hopper, +4930123456",
                "time", "26.11.2026 10:00",
                "length", "0:42",
                "number", "101",
                "host", "acme.example.org");
    }
}
