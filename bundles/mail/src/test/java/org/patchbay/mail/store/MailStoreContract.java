package org.patchbay.mail.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailFile;
import org.patchbay.spi.identity.PersonData;

/** What every mail store does. */
public interface MailStoreContract {

    PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    PortalId OTHER = new PortalId("018f0000-0000-7000-8000-00000000000b");
    Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

    PersonId PERSON = new PersonId("018f0000-0000-7000-8000-00000000000c");

    MailStore store();

    @Test
    default void givesAndErasesTheMailsOfAPerson() {
        MailStore store = store();
        store.add(mail(ACME, 1, Mail.State.KEPT));
        store.add(mail(OTHER, 2, Mail.State.KEPT));
        PersonData data = (PersonData) store;
        List<Object> given = new ArrayList<>();
        data.export(ACME, PERSON, (kind, thing) -> given.add(thing));
        assertThat(given).containsExactly(mail(ACME, 1, Mail.State.KEPT).mail());

        data.erase(ACME, PERSON);

        assertThat(store.list(ACME, PageRequest.first(10)).items()).isEmpty();
        assertThat(store.list(OTHER, PageRequest.first(10)).items()).hasSize(1);
    }

    static StoredMail mail(PortalId portal, int number, Mail.State state) {
        return new StoredMail(
                new Mail(
                        "018f0000-0000-7000-8000-0000000001" + String.format("%02d", number),
                        portal,
                        "ann@acme.test",
                        "Welcome " + number,
                        Optional.of("welcome"),
                        state,
                        0,
                        Optional.empty(),
                        NOW,
                        Optional.empty(),
                        Optional.empty()),
                Optional.of("sealed text"),
                Optional.of("sealed html".repeat(1000)),
                NOW.plusSeconds(number),
                Optional.of(PERSON),
                Optional.of("sealed calendar".repeat(1000)),
                Optional.of(new MailFile("voicemail", "ext/message", "Grüße.wav")));
    }

    @Test
    default void keepsMailsOfEachPortalApartButRootSeesAll() {
        MailStore store = store();
        StoredMail mine = mail(ACME, 1, Mail.State.KEPT);
        StoredMail theirs = mail(OTHER, 2, Mail.State.KEPT);
        store.add(mine);
        store.add(theirs);

        assertThat(store.find(ACME, mine.mail().id())).contains(mine);
        assertThat(store.find(OTHER, mine.mail().id())).isEmpty();
        assertThat(store.find(PortalId.ROOT, mine.mail().id())).contains(mine);
        assertThat(store.list(ACME, PageRequest.first(10)).items()).containsExactly(mine.mail());
        assertThat(store.list(PortalId.ROOT, PageRequest.first(10)).items())
                .containsExactly(theirs.mail(), mine.mail());
    }

    @Test
    default void pagesNewestFirst() {
        MailStore store = store();
        for (int i = 1; i <= 5; i++) {
            store.add(mail(ACME, i, Mail.State.KEPT));
        }
        Page<Mail> first = store.list(ACME, PageRequest.first(3));
        Page<Mail> second = store.list(ACME, new PageRequest(3, first.next()));

        assertThat(first.items()).extracting(Mail::subject).containsExactly("Welcome 5", "Welcome 4", "Welcome 3");
        assertThat(second.items()).extracting(Mail::subject).containsExactly("Welcome 2", "Welcome 1");
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void findsWhatIsDue() {
        MailStore store = store();
        store.add(mail(ACME, 3, Mail.State.QUEUED));
        store.add(mail(OTHER, 1, Mail.State.KEPT));
        store.add(mail(ACME, 2, Mail.State.SENT));
        store.add(mail(ACME, 9, Mail.State.QUEUED));

        assertThat(store.due(NOW.plusSeconds(3), 10))
                .extracting(due -> due.mail().subject())
                .containsExactly("Welcome 1", "Welcome 3");
        assertThat(store.due(NOW.plusSeconds(3), 1)).hasSize(1);
    }

    @Test
    default void updatesAndErases() {
        MailStore store = store();
        StoredMail before = mail(ACME, 1, Mail.State.QUEUED);
        store.add(before);
        store.add(mail(OTHER, 2, Mail.State.QUEUED));
        Mail sent = new Mail(
                before.mail().id(),
                ACME,
                "ann@acme.test",
                "Welcome 1",
                Optional.of("welcome"),
                Mail.State.SENT,
                1,
                Optional.of("slow"),
                NOW,
                Optional.of(NOW.plusSeconds(5)),
                Optional.empty());
        StoredMail after = new StoredMail(sent, Optional.empty(), Optional.empty(), NOW, Optional.of(PERSON));
        store.update(after);

        assertThat(store.find(ACME, sent.id())).contains(after);

        store.erase(ACME);
        assertThat(store.find(ACME, sent.id())).isEmpty();
        assertThat(store.list(OTHER, PageRequest.first(5)).items()).hasSize(1);
    }

    @Test
    default void saysWhenAMailIsTriedAgain() {
        MailStore store = store();
        StoredMail mail = mail(ACME, 1, Mail.State.QUEUED);
        store.add(mail);
        Mail waiting = mail.mail().againAt(NOW.plusSeconds(60), 1, "451 Try again later");
        store.update(mail.with(waiting, mail.sealedText(), mail.sealedHtml(), NOW.plusSeconds(60)));

        assertThat(store.list(ACME, PageRequest.first(5)).items()).containsExactly(waiting);
    }

    @Test
    default void countsByState() {
        MailStore store = store();
        store.add(mail(ACME, 1, Mail.State.QUEUED));
        store.add(mail(ACME, 2, Mail.State.QUEUED));
        store.add(mail(ACME, 3, Mail.State.BOUNCED));
        store.add(mail(OTHER, 4, Mail.State.KEPT));

        assertThat(store.count(ACME)).isEqualTo(Map.of(Mail.State.QUEUED, 2L, Mail.State.BOUNCED, 1L));
        assertThat(store.count(PortalId.ROOT))
                .isEqualTo(Map.of(Mail.State.QUEUED, 2L, Mail.State.BOUNCED, 1L, Mail.State.KEPT, 1L));
    }
}
