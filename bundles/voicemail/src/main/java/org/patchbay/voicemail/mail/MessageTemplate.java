package org.patchbay.voicemail.mail;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

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
        return MailText.read(MessageTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return Map.of(
                "name", "Anna Berg",
                "caller", "Grace Hopper, +4930123456",
                "time", "26.11.2026 10:00",
                "length", "0:42",
                "number", "101",
                "link", "https://acme.example.org/voicemail",
                "host", "acme.example.org");
    }
}
