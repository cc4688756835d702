package org.patchbay.identity.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;

/** The mail for somebody who has forgotten login or password. */
@Component
public final class RecoveryTemplate implements MailTemplate {

    static final String NAME = "recovery";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        try (InputStream text = RecoveryTemplate.class.getResourceAsStream("/mail/recovery_" + language + ".txt")) {
            if (text == null) {
                throw new IllegalArgumentException("No recovery mail in " + language);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
