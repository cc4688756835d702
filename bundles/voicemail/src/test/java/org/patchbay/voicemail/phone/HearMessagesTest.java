package org.patchbay.voicemail.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.voicemail.World;
import org.patchbay.voicemail.box.Greeting;
import org.patchbay.voicemail.box.MailboxSettings;

@Tag("S4.09")
final class HearMessagesTest {

    private final World world = new World();

    @BeforeEach
    void twoMessages() {
        world.choose("100", World.on());
        world.choose("101", World.on());
        leave("+4930111");
        leave("100");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void leave(String from) {
        var box = new Wanted.Place(new Destination(Destination.Kind.VOICEMAIL, "ext-101"), Optional.empty());
        var call =
                new FakeApplicationCall(world.acme, box, new Party(from, ""), Optional.empty()).at(world.application);
        call.presses("1");
        call.listens();
        call.port().speaks(World.tone(2));
        call.hangsUp();
    }

    private FakeApplicationCall call(String by, FeatureCode code) {
        Extension extension = world.extension(by);
        var wanted = new Wanted.Code(extension, code, "");
        assertThat(world.application.takes(world.acme, wanted)).isTrue();
        return new FakeApplicationCall(world.acme, wanted, new Party(by, extension.name()), Optional.of(extension))
                .at(world.application);
    }

    /** Bob is in and has heard how many there are. */
    private FakeApplicationCall inside() {
        world.mailboxes.pin(world.acme, "ext-101", Optional.of("4711"), world.bob);
        FakeApplicationCall call = call("101", FeatureCode.VOICEMAIL);
        assertThat(call.said()).containsExactly("voicemail-new", "2", "voicemail-old", "0", "voicemail-main");
        return call;
    }

    @Test
    void hearsMessagesTheOldestFirst() {
        FakeApplicationCall call = inside();
        call.presses("1");
        assertThat(call.said()).containsExactly("call-from", "+4930111", "file", "voicemail-menu");
        assertThat(world.store.counts(world.acme, "ext-101").fresh()).isEqualTo(1);
        call.presses("2");
        assertThat(call.said()).contains("+4930111");
        call.presses("1");
        assertThat(call.said()).contains("100", "file");
        call.presses("4");
        assertThat(call.said()).contains("+4930111");
        call.presses("1");
        call.presses("1");
        assertThat(call.said()).containsExactly("voicemail-end");
        call.listens();
        call.presses("#");
        assertThat(call.said()).containsExactly("goodbye");
        assertThat(world.store.counts(world.acme, "ext-101").fresh()).isZero();
    }

    private void spoken(boolean envelope, boolean callerId, Optional<String> language) {
        world.choose(
                "101",
                new MailboxSettings(
                        true, language, false, envelope, callerId, false, Optional.empty(), 1, 60, 5, false));
    }

    @Test
    @Tag("S4.11")
    @Tag("S4.16")
    void dateAndTimeAreSaidBeforeAMessageInTheZoneThatWasChosen() {
        spoken(true, false, Optional.empty());
        world.phones.serve(
                world.acme, "ext-101", one -> one.speaking(Optional.empty(), Optional.of("Pacific/Kiritimati")));
        ZonedDateTime received = world.of("101").get(1).received().atZone(ZoneId.of("Pacific/Kiritimati"));
        FakeApplicationCall call = inside();
        call.presses("1");
        assertThat(call.said())
                .containsExactly(
                        "voicemail-received",
                        DateTimeFormatter.ofPattern("ddMM").format(received),
                        "voicemail-at",
                        DateTimeFormatter.ofPattern("HHmm").format(received),
                        "file",
                        "voicemail-menu");
        spoken(false, false, Optional.empty());
        FakeApplicationCall without = call("101", FeatureCode.VOICEMAIL);
        without.presses("1");
        assertThat(without.said()).containsExactly("file", "voicemail-menu");
    }

    @Test
    @Tag("S4.17")
    void whoCalledIsSaidBeforeAMessage() {
        spoken(false, true, Optional.empty());
        FakeApplicationCall call = inside();
        call.presses("1");
        assertThat(call.said()).containsExactly("call-from", "+4930111", "file", "voicemail-menu");
    }

    @Test
    @Tag("S4.10")
    void theLanguageOfTheMailboxIsSpoken() {
        spoken(false, false, Optional.of("es"));
        FakeApplicationCall call = inside();
        assertThat(call.port().playing())
                .contains(new Prompt.Sentence("voicemail-main", "es"))
                .noneMatch(prompt ->
                        prompt instanceof Prompt.Sentence one && !one.language().equals("es"));
    }

    @Test
    void deletesAMessage() {
        FakeApplicationCall call = inside();
        call.presses("13");
        assertThat(call.said()).containsExactly("voicemail-deleted");
        call.listens();
        assertThat(call.said()).contains("100", "file");
        assertThat(world.of("101")).hasSize(1);
        assertThat(world.allFiles()).hasSize(1);
    }

    @Test
    void callsBack() {
        FakeApplicationCall call = inside();
        call.presses("15");
        assertThat(call.sentTo()).contains(new Destination(Destination.Kind.OUTSIDE, "+4930111"));
        FakeApplicationCall again = call("101", FeatureCode.VOICEMAIL);
        again.presses("1");
        again.presses("5");
        assertThat(again.sentTo()).contains(new Destination(Destination.Kind.EXTENSION, "ext-100"));
    }

    @Test
    void passesAMessageOn() {
        FakeApplicationCall call = inside();
        call.presses("16");
        assertThat(call.said()).containsExactly("enter-extension");
        call.presses("100#");
        assertThat(call.said()).containsExactly("voicemail-saved");
        assertThat(world.of("100")).hasSize(1);
        assertThat(world.of("100").get(0).caller()).isEqualTo("+4930111");
        assertThat(world.allFiles()).hasSize(3);
    }

    @Test
    void choosesAPinFirstThatIsNotTheNumber() {
        FakeApplicationCall call = call("101", FeatureCode.VOICEMAIL);
        assertThat(call.said()).containsExactly("voicemail-new-pin");
        call.presses("101#");
        assertThat(call.said()).containsExactly("invalid");
        call.listens();
        call.presses("4711#");
        assertThat(call.said()).containsExactly("saved");
        call.listens();
        assertThat(call.said()).contains("voicemail-new");
        assertThat(world.store
                        .mailbox(world.acme, "ext-101")
                        .orElseThrow()
                        .pin()
                        .orElseThrow())
                .startsWith("$argon2id$");
    }

    @Test
    void anotherPhoneNeedsThePin() {
        world.mailboxes.pin(world.acme, "ext-101", Optional.of("4711"), world.bob);
        FakeApplicationCall call = call("100", FeatureCode.OTHER_VOICEMAIL);
        assertThat(call.said()).containsExactly("enter-extension");
        call.presses("101#");
        assertThat(call.said()).containsExactly("enter-pin");
        call.presses("1111#");
        assertThat(call.said()).containsExactly("wrong-pin");
        call.listens();
        call.presses("4711#");
        assertThat(call.said()).contains("voicemail-new", "2");
    }

    @Test
    void tooManyWrongPinsLetNobodyIn() {
        world.mailboxes.pin(world.acme, "ext-101", Optional.of("4711"), world.bob);
        FakeApplicationCall call = call("100", FeatureCode.OTHER_VOICEMAIL);
        call.presses("101#1111#");
        call.listens();
        call.presses("1112#");
        call.listens();
        call.presses("1113#");
        assertThat(call.said()).containsExactly("wrong-pin", "goodbye");
        FakeApplicationCall late = call("100", FeatureCode.OTHER_VOICEMAIL);
        late.presses("101#4711#");
        assertThat(late.said()).containsExactly("wrong-pin");
    }

    @Test
    void nobodyLearnsWhichMailboxesThereAre() {
        FakeApplicationCall call = call("100", FeatureCode.OTHER_VOICEMAIL);
        call.presses("999#");
        assertThat(call.said()).containsExactly("enter-pin");
        call.presses("1234#");
        assertThat(call.said()).containsExactly("wrong-pin");
    }

    @Test
    void speaksAGreeting() {
        FakeApplicationCall call = inside();
        call.presses("21");
        assertThat(call.said()).containsExactly("record-after-tone", "beep");
        call.listens();
        call.port().speaks(World.tone(2));
        call.presses("#");
        assertThat(call.said()).containsExactly("file", "voicemail-review");
        call.presses("1");
        assertThat(call.said()).containsExactly("saved");
        assertThat(world.files.greeting(world.acme, "ext-101", Greeting.UNAVAILABLE))
                .isPresent();
        assertThat(world.allFiles()).hasSize(3);
    }
}
