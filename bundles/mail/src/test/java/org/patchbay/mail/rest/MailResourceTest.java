package org.patchbay.mail.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.testing.mail.RecordedMails;

class MailResourceTest {

    private static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    private static final PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    private final RecordedMails mails = new RecordedMails();
    private final MailResource resource = new MailResource(mails);

    MailResourceTest() {
        mails.send(ACME, new MailDraft("ada@example.org", "welcome", "en", Map.of()));
        mails.send(OTHER, new MailDraft("bob@example.org", "welcome", "en", Map.of()));
    }

    @Test
    void listsForRootEveryPortalsMailsOrOnePortals() {
        String root = PortalId.ROOT.value();
        assertThat(resource.list(root, null, 50, null).items()).hasSize(2);
        assertThat(resource.list(root, OTHER.value(), 50, null).items())
                .extracting(Mail::to)
                .containsExactly("bob@example.org");
    }

    @Test
    void listsForAPortalItsOwnAlone() {
        assertThat(resource.list(ACME.value(), null, 50, null).items())
                .extracting(Mail::to)
                .containsExactly("ada@example.org");
        assertThat(resource.list(ACME.value(), ACME.value(), 50, null).items()).hasSize(1);
        assertThatThrownBy(() -> resource.list(ACME.value(), OTHER.value(), 50, null))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
    }
}
