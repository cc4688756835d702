package org.patchbay.voicemail.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.VoiceMessage;

/** What every store of mailboxes does. */
@Tag("S4.13")
interface VoicemailStoreContract {

    Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    VoicemailStore store();

    private static VoiceMessage message(String extension, Instant at) {
        return new VoiceMessage(Ids.next(), extension, "+4930123", "Grace", at, 4200, 33_658, Optional.empty());
    }

    private static PortalId portal() {
        return new PortalId(Ids.next());
    }

    @Test
    default void keepsAMailboxByItsVersion() {
        PortalId portal = portal();
        var settings = new MailboxSettings(
                true,
                Optional.of("de"),
                true,
                true,
                false,
                true,
                Optional.of(new Destination(Destination.Kind.OUTSIDE, "+4930999")),
                3,
                120,
                0,
                true,
                true,
                true,
                true,
                true);
        Mailbox first = Mailbox.of("ext").settings(settings);
        assertThat(store().save(portal, first)).isTrue();
        assertThat(store().mailbox(portal, "ext")).contains(first);
        assertThat(store().save(portal, first)).isFalse();

        Mailbox second = first.pin(Optional.of("hash"));
        assertThat(store().save(portal, second)).isTrue();
        assertThat(store().mailboxes(portal)).containsExactly(second);
        assertThat(store().mailbox(portal(), "ext")).isEmpty();
    }

    @Test
    default void listsMessagesNewestFirst() {
        PortalId portal = portal();
        PortalId other = portal();
        List<VoiceMessage> all = List.of(message("one", NOON), message("one", NOON), message("one", NOON));
        List<VoiceMessage> sorted = all.stream()
                .sorted(java.util.Comparator.comparing(VoiceMessage::id).reversed())
                .toList();
        all.forEach(one -> store().add(portal, one));
        store().add(portal, message("two", NOON));
        store().add(other, message("one", NOON));

        var page = store().list(portal, "one", PageRequest.first(2));
        assertThat(page.items()).isEqualTo(sorted.subList(0, 2));
        var rest = store().list(portal, "one", new PageRequest(2, page.next()));
        assertThat(rest.items()).isEqualTo(sorted.subList(2, 3));
        assertThat(rest.next()).isEmpty();
        assertThat(store().bytes(portal)).isEqualTo(4 * 33_658);
    }

    @Test
    default void marksCountsAndDeletes() {
        PortalId portal = portal();
        VoiceMessage one = message("ext", NOON);
        VoiceMessage two = message("ext", NOON);
        store().add(portal, one);
        store().add(portal, two);
        assertThat(store().counts(portal, "ext")).isEqualTo(new Counts(2, 0));
        assertThat(store().heard(portal, "ext", one.id(), Optional.of(NOON))).isTrue();
        assertThat(store().heard(portal(), "ext", two.id(), Optional.of(NOON))).isFalse();
        assertThat(store().counts(portal, "ext")).isEqualTo(new Counts(1, 1));
        assertThat(store().message(portal, "ext", one.id()).orElseThrow().heard())
                .contains(NOON);
        assertThat(store().message(portal, "other", one.id())).isEmpty();
        assertThat(store().delete(portal(), "ext", one.id())).isFalse();
        assertThat(store().delete(portal, "ext", one.id())).isTrue();
        assertThat(store().delete(portal, "ext", one.id())).isFalse();
        assertThat(store().counts(portal, "ext")).isEqualTo(new Counts(1, 0));
    }

    @Test
    @Tag("S4.15")
    default void findsTheMessageThatGoesWithAMail() {
        PortalId portal = portal();
        String mail = Ids.next();
        VoiceMessage one = message("ext", NOON);
        store().add(portal, one);
        store().add(portal, message("ext", NOON));
        assertThat(store().withMail(portal, mail)).isEmpty();
        store().mailed(portal(), "ext", one.id(), Ids.next());
        store().mailed(portal, "ext", one.id(), mail);
        assertThat(store().withMail(portal, mail)).contains(one);
        assertThat(store().withMail(portal(), mail)).isEmpty();
        assertThat(store().delete(portal, "ext", one.id())).isTrue();
        assertThat(store().withMail(portal, mail)).isEmpty();
    }

    @Test
    default void findsOldOnesAndErases() {
        PortalId portal = portal();
        VoiceMessage old = message("one", NOON.minus(10, ChronoUnit.DAYS));
        store().add(portal, old);
        store().add(portal, message("one", NOON));
        store().add(portal, message("two", NOON));
        store().save(portal, Mailbox.of("one").pin(Optional.empty()));
        assertThat(store().before(portal, NOON.minus(1, ChronoUnit.DAYS), 10)).containsExactly(old);
        assertThat(store().before(portal(), NOON, 10)).isEmpty();

        store().erase(portal, "one");
        assertThat(store().mailboxes(portal)).isEmpty();
        assertThat(store().counts(portal, "one")).isEqualTo(new Counts(0, 0));
        assertThat(store().counts(portal, "two")).isEqualTo(new Counts(1, 0));
        store().erase(portal);
        assertThat(store().bytes(portal)).isZero();
    }
}
