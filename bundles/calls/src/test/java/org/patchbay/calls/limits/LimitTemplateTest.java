package org.patchbay.calls.limits;

import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

final class LimitTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new LimitTemplate();
    }
}
