package org.patchbay.voicemail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.voicemail.box.Greeting;

@Tag("S4.35")
final class MessagesTest {

    private static final String BOX = "ext-101";

    private final World world = new World();
    private String id = "";

    @BeforeEach
    void aMessage() {
        world.choose("101", World.on());
        var box = new Wanted.Place(new Destination(Destination.Kind.VOICEMAIL, BOX), Optional.empty());
        var call = new FakeApplicationCall(world.acme, box, new Party("+4930111", ""), Optional.empty())
                .at(world.application);
        call.presses("1");
        call.listens();
        call.port().speaks(World.tone(2));
        call.hangsUp();
        id = world.of("101").get(0).id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Path sound(Caller by) {
        return world.messages.sound(world.acme, BOX, id, true, false, by);
    }

    @Test
    void theOwnPersonHearsMarksAndDeletes() {
        assertThat(sound(world.bob)).exists();
        assertThat(world.messages.mark(world.acme, BOX, id, true, world.bob).heard())
                .isPresent();
        assertThat(world.messages.mark(world.acme, BOX, id, false, world.bob).heard())
                .isEmpty();
        world.messages.delete(world.acme, BOX, id, world.bob);
        assertThat(world.of("101")).isEmpty();
        assertThat(world.allFiles()).isEmpty();
        assertThat(world.audit.actions(world.acme)).containsExactly("voicemail.changed");
    }

    @Test
    @Tag("S4.01")
    void ofALockedExtensionItsPersonFindsNothing() {
        assertThat(world.mailboxes.own(world.acme, world.bob)).hasSize(1);
        world.phones.put(
                world.acme, world.phones.find(world.acme, BOX).orElseThrow().locked(true));
        assertThat(world.mailboxes.own(world.acme, world.bob)).isEmpty();
        assertThatThrownBy(() -> sound(world.bob)).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.mailboxes.get(world.acme, BOX, world.bob))
                .isInstanceOf(PatchbayException.class);
        assertThat(sound(world.admin)).exists();
    }

    @Test
    void nobodyElseFindsIt() {
        assertThatThrownBy(() -> sound(world.anna)).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.messages.list(world.acme, BOX, PageRequest.first(5), world.anna))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.messages.list(world.bolt, BOX, PageRequest.first(5), world.bob))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.messages.delete(world.acme, BOX, id, world.anna))
                .isInstanceOf(PatchbayException.class);
        assertThat(world.of("101")).hasSize(1);
    }

    @Test
    @Tag("S3.39")
    void whoManagesHearsItAndTheAuditSaysSo() {
        assertThat(sound(world.admin)).exists();
        world.messages.delete(world.acme, BOX, id, world.admin);
        assertThat(world.audit.actions(world.acme)).contains("voicemail.listened", "voicemail.deleted");
    }

    @Test
    void thePhoneOfTheBoxSeesTheLamp() {
        assertThat(world.waiting
                        .state(world.acme, "phone-101", "101")
                        .orElseThrow()
                        .body())
                .contains("Messages-Waiting: yes")
                .contains("Message-Account: sip:101@"
                        + world.portals.find(world.acme).orElseThrow().host() + "\r\n")
                .contains("Voice-Message: 1/0 (0/0)");
        assertThat(world.waiting.state(world.acme, "phone-101", "phone101")).isPresent();
        assertThat(world.waiting.state(world.acme, "phone-100", "101")).isEmpty();
        world.messages.mark(world.acme, BOX, id, true, world.bob);
        assertThat(world.waiting
                        .state(world.acme, "phone-101", "101")
                        .orElseThrow()
                        .body())
                .contains("Messages-Waiting: no")
                .contains("Voice-Message: 0/1");
    }

    @Test
    void aGreetingIsRefusedUnlessItCanBePlayed() throws Exception {
        byte[] junk = new byte[200];
        assertThatThrownBy(
                        () -> world.files.keepGreeting(world.acme, BOX, Greeting.BUSY, new ByteArrayInputStream(junk)))
                .isInstanceOf(PatchbayException.class);
        assertThat(world.files.greeting(world.acme, BOX, Greeting.BUSY)).isEmpty();
        byte[] wav = java.nio.file.Files.readAllBytes(sound(world.bob));
        world.files.keepGreeting(world.acme, BOX, Greeting.BUSY, new ByteArrayInputStream(wav));
        assertThat(world.files.greeting(world.acme, BOX, Greeting.BUSY)).isPresent();
        assertThatThrownBy(() -> world.files.message(world.acme, "../..", "x")).isInstanceOf(PatchbayException.class);
    }

    @Test
    void aPersonAndAPortalLeaveNothing() {
        world.data.erase(world.acme, world.bob.person());
        assertThat(world.of("101")).isEmpty();
        assertThat(world.allFiles()).isEmpty();
        assertThat(world.mailboxes.isOn(world.acme, BOX)).isFalse();
        assertThat(world.waiting
                        .state(world.acme, "phone-101", "101")
                        .orElseThrow()
                        .body())
                .contains("Messages-Waiting: no")
                .contains("Voice-Message: 0/0");
        aMessage();
        world.data.erase(world.acme);
        assertThat(world.allFiles()).isEmpty();
    }

    @Test
    void twoDoNotChooseAtOnce() {
        assertThatThrownBy(() -> world.mailboxes.choose(world.acme, BOX, 7, World.on(), world.bob))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.mailboxes.pin(world.acme, BOX, Optional.of("101"), world.bob))
                .isInstanceOf(PatchbayException.class);
        world.mailboxes.pin(world.acme, BOX, Optional.of("4711"), world.bob);
        assertThat(world.audit.last(world.acme).after()).containsEntry("pin", "changed");
    }
}
