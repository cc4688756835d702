package org.patchbay.click2meet.mail;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

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
        return MailText.read(MessageTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return Map.of(
                "visitor", "Grace Hopper",
                "contact", "grace@example.org",
                "message", "I have a question about the offer of last week.");
    }
}
