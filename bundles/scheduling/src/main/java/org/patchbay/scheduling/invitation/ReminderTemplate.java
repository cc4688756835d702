package org.patchbay.scheduling.invitation;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;

/** The mail that reminds of a meeting. */
@Component
public final class ReminderTemplate implements MailTemplate {

    static final String NAME = "meeting-reminder";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return TemplateFile.read(NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return TemplateFile.sample();
    }
}
