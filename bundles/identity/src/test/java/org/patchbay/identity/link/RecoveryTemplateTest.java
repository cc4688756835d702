package org.patchbay.identity.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

class RecoveryTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new RecoveryTemplate();
    }

    @Test
    void hasTheLinkOnALineOfItsOwn() {
        assertThat(template().text("fr").lines()).contains("{link} Choisir un mot de passe");
    }
}
