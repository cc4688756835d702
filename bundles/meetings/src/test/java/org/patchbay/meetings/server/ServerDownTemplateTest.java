package org.patchbay.meetings.server;

import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

final class ServerDownTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new ServerDownTemplate();
    }
}
