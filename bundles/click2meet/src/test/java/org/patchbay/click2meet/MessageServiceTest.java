package org.patchbay.click2meet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.click2meet.MessageService.Message;
import org.patchbay.testing.identity.Callers;

@Tag("S3.10a")
final class MessageServiceTest {

    private final World world = new World();

    @BeforeEach
    void annaHasALink() {
        world.one.links.change(world.acme, world.anna.person(), "anna", true, world.anna);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void leave(Message message, String address) {
        world.one.messages.leave(world.acme, "anna", message, new Caller.Nobody(world.acme, address));
    }

    private static Message message(String text) {
        return new Message("Grace", Optional.of(" grace@example.org "), text);
    }

    private static void refused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, refusal -> assertThat(
                        refusal.errors().isEmpty()
                                ? refusal.code()
                                : refusal.errors().get(0).code())
                .isEqualTo(code));
    }

    @Test
    void goesToThePersonOfTheLinkAlone() {
        leave(message("Two lines\nof text"), "192.0.2.1");
        assertThat(world.mails.sent()).hasSize(1);
        var draft = world.mails.last("anna@acme.example");
        assertThat(draft.person()).contains(world.anna.person());
        assertThat(draft.values())
                .containsEntry("visitor", "Grace")
                .containsEntry("contact", "grace@example.org")
                .containsEntry("message", "Two lines\nof text");
        var event = world.events.published("click2meet.message").get(0);
        assertThat(event.data()).contains("Grace").doesNotContain("Two lines");
    }

    @Test
    void isBoundedByAddressAndByPerson() {
        leave(message("one"), "192.0.2.1");
        leave(message("two"), "192.0.2.1");
        refused(() -> leave(message("three"), "192.0.2.1"), "click2meet.throttled");
        leave(message("three"), "2001:db8::1");
        refused(() -> leave(message("four"), "2001:db8:1::1"), "click2meet.throttled");
        assertThat(world.mails.sent()).hasSize(3);
    }

    @Test
    void steadyMessagesWithinTheBoundGoOn() {
        for (int i = 0; i < 6; i++) {
            leave(message("one"), "192.0.2.1");
            world.pass(Duration.ofHours(20));
        }
        assertThat(world.mails.sent()).hasSize(6);
    }

    @Test
    void isTextOfSomeLength() {
        refused(() -> leave(message(" "), "192.0.2.1"), "chat.length");
        refused(() -> leave(message("x".repeat(2001)), "192.0.2.1"), "chat.length");
        refused(() -> leave(message("a\u0000b"), "192.0.2.1"), "chat.characters");
        refused(() -> leave(new Message("", Optional.empty(), "x"), "192.0.2.1"), "name.length");
        refused(() -> leave(new Message("Gus", Optional.of("a\nb"), "x"), "192.0.2.1"), "name.characters");
        assertThat(world.mails.sent()).isEmpty();
    }

    @Test
    void needsAnAddress() {
        Caller.Member bob = Callers.user(world.acme);
        world.person(bob, "Bob", Optional.empty());
        world.one.links.change(world.acme, bob.person(), "bob", true, bob);
        refused(
                () -> world.one.messages.leave(world.acme, "bob", message("x"), Callers.nobody(world.acme)),
                "click2meet.no-mail");
    }
}
