package org.patchbay.click2meet.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;

/** The mail with a visitor's message. */
@Component
public final class MessageTemplate implements MailTemplate {

    /** Its name. */
    public static final String NAME = "visitor-message";

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
                "visitor", "Grace Hopper",
                "contact", "grace@example.org",
                "message", "I have a question about the offer of last week.");
    }
}
