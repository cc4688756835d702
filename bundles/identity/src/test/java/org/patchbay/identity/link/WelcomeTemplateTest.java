package org.patchbay.identity.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.testing.mail.MailTemplateContract;

class WelcomeTemplateTest implements MailTemplateContract {

    @Override
    public MailTemplate template() {
        return new WelcomeTemplate();
    }

    @Test
    void hasTheLinkOnALineOfItsOwn() {
        assertThat(template().text("de").lines()).contains("{link} Passwort wählen");
    }

    @Test
    void refusesAnotherLanguage() {
        assertThatThrownBy(() -> template().text("../welcome_en")).isInstanceOf(IllegalArgumentException.class);
    }
}
