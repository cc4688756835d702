package org.patchbay.scheduling.invitation;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail that says that a meeting is different now. */
@Component
public final class UpdateTemplate implements MailTemplate {

    static final String NAME = "meeting-update";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(UpdateTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return TemplateSample.values();
    }
}
