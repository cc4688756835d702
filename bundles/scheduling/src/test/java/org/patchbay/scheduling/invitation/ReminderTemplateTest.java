package org.patchbay.scheduling.invitation;

import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

class ReminderTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new ReminderTemplate();
    }
}
