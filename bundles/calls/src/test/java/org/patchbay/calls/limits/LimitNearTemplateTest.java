package org.patchbay.calls.limits;

import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

final class LimitNearTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new LimitNearTemplate();
    }
}
