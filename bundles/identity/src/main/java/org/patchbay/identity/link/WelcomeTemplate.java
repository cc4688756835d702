package org.patchbay.identity.link;

import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail that a new person gets. */
@Component
public final class WelcomeTemplate implements MailTemplate {

    static final String NAME = "welcome";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(WelcomeTemplate.class, NAME, language);
    }
}
