package org.patchbay.voicemail.mail;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail with a dictation. */
@Component
public final class DictationTemplate implements MailTemplate {

    /** Its name. */
    public static final String NAME = "dictation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(DictationTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return Map.of(
                "name", "Anna Berg",
                "time", "26.11.2026 10:00",
                "length", "0:42",
                "number", "101",
                "link", "https://acme.example.org/voicemail",
                "host", "acme.example.org");
    }
}
