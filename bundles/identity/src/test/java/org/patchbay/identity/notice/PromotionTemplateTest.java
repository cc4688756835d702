package org.patchbay.identity.notice;

import org.junit.jupiter.api.Tag;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

@Tag("X.05")
class PromotionTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new PromotionTemplate();
    }
}
