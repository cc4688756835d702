package org.patchbay.identity.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;

/** The mail that a new person gets. */
@Component
public final class WelcomeTemplate implements MailTemplate {

    static final String NAME = "welcome";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        try (InputStream text = WelcomeTemplate.class.getResourceAsStream("/mail/welcome_" + language + ".txt")) {
            if (text == null) {
                throw new IllegalArgumentException("No welcome mail in " + language);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
