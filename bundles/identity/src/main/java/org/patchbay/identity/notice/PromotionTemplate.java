package org.patchbay.identity.notice;

import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail for somebody who has become an administrator of the portal. */
@Component
public final class PromotionTemplate implements MailTemplate {

    static final String NAME = "promotion";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(PromotionTemplate.class, NAME, language);
    }
}
