package org.patchbay.calls.limits;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

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
        return MailText.read(LimitTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return Map.of(
                "limit",
                LimitWords.REACHED.say("minutes", "en"),
                "number",
                "+4940123456",
                "calls",
                "https://acme.example.org/calls",
                "limits",
                "https://acme.example.org/telephone?tab=settings");
    }
}
