package org.patchbay.identity.link;

import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail for somebody who has forgotten login or password. */
@Component
public final class RecoveryTemplate implements MailTemplate {

    static final String NAME = "recovery";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(RecoveryTemplate.class, NAME, language);
    }
}
