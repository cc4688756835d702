package org.patchbay.calls.limits;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail that tells that a limit for calls outside is near. */
@Component
public final class LimitNearTemplate implements MailTemplate {

    static final String NAME = "call-limit-near";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(LimitNearTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        String limit = LimitWords.COUNTED.say("minutes", "en");
        return Map.of(
                "limit",
                limit,
                "used",
                "240",
                "most",
                "300",
                "calls",
                "https://acme.example.org/calls",
                "limits",
                "https://acme.example.org/telephone?tab=settings");
    }
}
