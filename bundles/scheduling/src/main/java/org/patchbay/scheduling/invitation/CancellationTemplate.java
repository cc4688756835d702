package org.patchbay.scheduling.invitation;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail that says that a meeting does not take place. */
@Component
public final class CancellationTemplate implements MailTemplate {

    static final String NAME = "meeting-cancellation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(CancellationTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return TemplateSample.values();
    }
}
