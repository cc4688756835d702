package org.patchbay.identity.notice;

import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail for those who look after a portal that ends soon. */
@Component
public final class PortalExpiryTemplate implements MailTemplate {

    static final String NAME = "portal-expiry";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(PortalExpiryTemplate.class, NAME, language);
    }
}
