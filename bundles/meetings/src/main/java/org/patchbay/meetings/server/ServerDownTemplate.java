package org.patchbay.meetings.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;

/** The mail for those who run the server when a media server is down. */
@Component
public final class ServerDownTemplate implements MailTemplate {

    static final String NAME = "media-server-down";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        try (InputStream text =
                ServerDownTemplate.class.getResourceAsStream("/mail/" + NAME + "_" + language + ".txt")) {
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
        return Map.of("server", "frankfurt-1", "detail", "It does not answer");
    }
}
