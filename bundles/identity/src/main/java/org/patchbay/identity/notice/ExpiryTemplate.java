package org.patchbay.identity.notice;

import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail for somebody whose account ends soon. */
@Component
public final class ExpiryTemplate implements MailTemplate {

    static final String NAME = "expiry";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(ExpiryTemplate.class, NAME, language);
    }
}
