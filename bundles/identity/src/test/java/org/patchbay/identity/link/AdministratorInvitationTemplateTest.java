package org.patchbay.identity.link;

import org.junit.jupiter.api.Tag;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

@Tag("X.05")
class AdministratorInvitationTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new AdministratorInvitationTemplate();
    }
}
