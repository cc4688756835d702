package org.patchbay.scheduling.invitation;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail that invites to a meeting. */
@Component
public final class InvitationTemplate implements MailTemplate {

    static final String NAME = "meeting-invitation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(InvitationTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return TemplateSample.values();
    }
}
