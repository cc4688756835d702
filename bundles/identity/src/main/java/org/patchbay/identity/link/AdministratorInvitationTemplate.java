package org.patchbay.identity.link;

import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail that a new administrator of a portal gets. */
@Component
public final class AdministratorInvitationTemplate implements MailTemplate {

    static final String NAME = "administrator-invitation";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(AdministratorInvitationTemplate.class, NAME, language);
    }
}
