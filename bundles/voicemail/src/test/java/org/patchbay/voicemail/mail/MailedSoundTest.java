package org.patchbay.voicemail.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.MailFile;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.voicemail.World;
import org.patchbay.voicemail.box.MailboxSettings;

final class MailedSoundTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private MailDraft left(int seconds) {
        var box = new Wanted.Place(new Destination(Destination.Kind.VOICEMAIL, "ext-101"), Optional.empty());
        var call = new FakeApplicationCall(world.acme, box, new Party("+4930111", ""), Optional.empty())
                .at(world.application);
        call.presses("1");
        call.listens();
        call.port().speaks(World.tone(seconds));
        call.hangsUp();
        return world.mails.last("101@acme.example");
    }

    /** The mail server takes the last mail. */
    private void taken() {
        String mail = Integer.toString(world.mails.sent().size() - 1);
        world.sent.on(new Event(
                "1",
                "test",
                "mail.sent",
                world.acme,
                mail,
                Instant.parse("2026-11-27T12:00:00Z"),
                Optional.empty(),
                1,
                "{}"));
    }

    @Test
    @Tag("S4.14")
    void theMessageGoesWithTheMail() throws Exception {
        world.choose("101", World.mailed(false));
        MailFile file = left(2).file().orElseThrow();
        assertThat(file.source()).isEqualTo(world.sounds.name());
        assertThat(file.name()).isEqualTo("message-101.wav");
        assertThat(world.sounds.file(world.acme, file.id()))
                .hasValueSatisfying(sound -> assertThat(sound).hasSize(58 + 16_000));
        assertThat(world.sounds.file(world.bolt, file.id())).isEmpty();
        assertThatThrownBy(() -> world.sounds.file(world.acme, "../secret")).isInstanceOf(PatchbayException.class);
        taken();
        assertThat(world.of("101")).as("nothing is deleted unasked").hasSize(1);
    }

    @Test
    @Tag("S4.15")
    void aMessageIsDeletedOnceTheMailWasSent() {
        world.choose("101", World.mailed(true));
        assertThat(left(2).file()).isPresent();
        assertThat(world.of("101")).as("while the mail waits").hasSize(1);
        taken();
        assertThat(world.of("101")).isEmpty();
        assertThat(world.allFiles()).isEmpty();
        taken();
    }

    @Test
    @Tag("S4.08")
    @Tag("S4.11")
    void theMailGoesToThePersonAndSaysTheTimeInTheZoneOfTheExtension() {
        world.choose("101", World.mailed(false));
        world.phones.serve(
                world.acme, "ext-101", one -> one.speaking(Optional.empty(), Optional.of("Pacific/Kiritimati")));
        MailDraft mail = left(2);
        assertThat(mail.to()).isEqualTo("101@acme.example");
        Instant received = world.of("101").get(0).received();
        assertThat(mail.values().get("time"))
                .isEqualTo(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(mail.language()))
                        .format(received.atZone(ZoneId.of("Pacific/Kiritimati"))));
    }

    @Test
    void aLargeOneStaysInTheMailbox() {
        world.choose("101", World.mailed(true));
        assertThat(left(130).file()).isEmpty();
        taken();
        assertThat(world.of("101")).hasSize(1);
    }

    @Test
    void isNotDeletedWithoutBeingInTheMail() {
        assertThatThrownBy(() -> new MailboxSettings(
                        true,
                        Optional.empty(),
                        true,
                        true,
                        true,
                        true,
                        Optional.empty(),
                        1,
                        60,
                        5,
                        true,
                        false,
                        true,
                        false,
                        false))
                .isInstanceOfSatisfying(PatchbayException.class, refusal -> assertThat(refusal.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.pointer()).isEqualTo("/deleteMailed")));
    }
}
