package org.patchbay.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;

/** The mail that tells of a limit for calls outside. */
@Component
public final class LimitTemplate implements MailTemplate {

    static final String NAME = "call-limit";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        try (InputStream text = LimitTemplate.class.getResourceAsStream("/mail/" + NAME + "_" + language + ".txt")) {
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
        return Map.of("limit", LimitMails.said("minutes", "en"), "number", "+4940123456", "host", "acme.example.org");
    }
}
