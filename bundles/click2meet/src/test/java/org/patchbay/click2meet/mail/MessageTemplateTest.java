package org.patchbay.click2meet.mail;

import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

final class MessageTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new MessageTemplate();
    }
}
