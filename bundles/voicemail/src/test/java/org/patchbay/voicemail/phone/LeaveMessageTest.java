package org.patchbay.voicemail.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.voicemail.VoicemailEvents;
import org.patchbay.voicemail.World;
import org.patchbay.voicemail.box.VoiceMessage;
import org.patchbay.voicemail.sound.WavFile;

@Tag("S4.13")
final class LeaveMessageTest {

    private static final Destination BOX = new Destination(Destination.Kind.VOICEMAIL, "ext-101");

    private World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private FakeApplicationCall call(Optional<Forwards.Case> why) {
        var wanted = new Wanted.Place(BOX, why);
        assertThat(world.application.takes(world.acme, wanted)).isTrue();
        return new FakeApplicationCall(world.acme, wanted, new Party("+4930777", "Grace"), Optional.empty())
                .at(world.application);
    }

    private FakeApplicationCall atTheTone() {
        FakeApplicationCall call = call(Optional.of(Forwards.Case.NO_ANSWER));
        assertThat(call.said()).contains("voicemail-unavailable", "voicemail-greeting");
        call.listens();
        call.pass(Duration.ofSeconds(1));
        assertThat(call.said()).containsExactly("beep");
        call.listens();
        return call;
    }

    private VoiceMessage only() {
        assertThat(world.of("101")).hasSize(1);
        return world.of("101").get(0);
    }

    @Test
    void whoHangsUpLeavesAMessage() throws IOException {
        world.choose("101", World.on());
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(4));
        call.hangsUp();

        assertThat(only().millis()).isEqualTo(4000);
        assertThat(only().caller()).isEqualTo("+4930777");
        assertThat(call.isAnswered()).isTrue();
        assertThat(call.isConversation()).isFalse();
        var sound = world.messages.sound(world.acme, "ext-101", only().id());
        WavFile wav = WavFile.read(sound);
        assertThat(wav.channels()).isEqualTo(1);
        byte[] bytes = Files.readAllBytes(sound);
        assertThat(java.util.Arrays.copyOfRange(bytes, (int) wav.start(), bytes.length))
                .isEqualTo(World.tone(4));
        assertThat(world.allFiles()).containsExactly(only().id() + ".wav");
        assertThat(world.events.published(VoicemailEvents.LEFT)).hasSize(1);
        assertThat(world.signalling.changes())
                .anySatisfy(change -> assertThat(change.eventPackage()).isEqualTo("message-summary"));
    }

    @Test
    void theKeyEndsAndTheMessageIsSaidToBeSaved() {
        world.choose("101", World.on());
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(2));
        call.presses("#");

        assertThat(call.said()).containsExactly("voicemail-saved", "goodbye");
        call.listens();
        assertThat(call.isOver()).isTrue();
        assertThat(call.notes()).contains("left");
        assertThat(only().millis()).isEqualTo(2000);
    }

    @Test
    void silenceEndsIt() {
        world.choose("101", World.on());
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(2));
        call.pass(Duration.ofSeconds(1));
        byte[] silence = new byte[8000 * 6];
        java.util.Arrays.fill(silence, (byte) 0xD5);
        call.port().speaks(silence);
        assertThat(world.of("101")).isEmpty();
        call.pass(Duration.ofSeconds(1));

        assertThat(only().millis()).isEqualTo(8000);
    }

    @Test
    void theLongestTimeEndsIt() {
        world.choose("101", World.on());
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(61));
        call.pass(Duration.ofSeconds(60));
        assertThat(only().millis()).isEqualTo(61_000);
    }

    @Test
    void aShortOneIsThrownAway() {
        world.choose("101", World.on());
        FakeApplicationCall call = atTheTone();
        call.port().speaks(java.util.Arrays.copyOf(World.tone(1), 4000));
        call.hangsUp();
        assertThat(world.of("101")).isEmpty();
        assertThat(world.allFiles()).isEmpty();
    }

    @Test
    void zeroLeadsToTheOperator() {
        var operator = new Destination(Destination.Kind.EXTENSION, "ext-100");
        world.choose("101", World.withOperator(operator));
        FakeApplicationCall call = call(Optional.of(Forwards.Case.BUSY));
        assertThat(call.said()).contains("busy", "voicemail-press-zero");
        call.presses("0");
        assertThat(call.sentTo()).contains(operator);
        assertThat(world.of("101")).isEmpty();
    }

    @Test
    void aMessageIsHeardSpokenAnewAndKept() {
        world.choose("101", World.withOperator(new Destination(Destination.Kind.EXTENSION, "ext-100")));
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(2));
        call.presses("#");
        assertThat(call.said()).containsExactly("voicemail-review");
        assertThat(world.of("101")).isEmpty();
        call.presses("2");
        assertThat(call.said()).containsExactly("file", "voicemail-review");
        call.presses("3");
        assertThat(call.said()).containsExactly("beep");
        call.listens();
        call.port().speaks(World.tone(3));
        call.presses("#1");

        assertThat(only().millis()).isEqualTo(3000);
        assertThat(world.allFiles()).containsExactly(only().id() + ".wav");
        var mail = world.mails.last("101@acme.example");
        assertThat(mail.template()).isEqualTo("voicemail");
        assertThat(mail.values()).containsEntry("length", "0:03").containsEntry("caller", "Grace, +4930777");
    }

    @Test
    void whoHangsUpAtTheReviewHasLeftTheMessage() {
        world.choose("101", World.withOperator(new Destination(Destination.Kind.EXTENSION, "ext-100")));
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(2));
        call.presses("#");
        call.hangsUp();
        assertThat(only().millis()).isEqualTo(2000);
        assertThat(world.allFiles()).hasSize(1);
    }

    @Test
    void aFullBoxSaysSo() {
        world.choose("101", World.on());
        for (int i = 0; i < 3; i++) {
            FakeApplicationCall call = atTheTone();
            call.port().speaks(World.tone(1));
            call.hangsUp();
        }
        FakeApplicationCall call = call(Optional.empty());
        assertThat(call.said()).containsExactly("voicemail-full", "goodbye");
        assertThat(call.notes()).contains("failed");
        assertThat(world.events.published(VoicemailEvents.FAILED)).hasSize(1);
    }

    @Test
    void aFullDiskSaysSoAndLeavesNothing() {
        world.close();
        world = new World(new World.Small(3, Integer.MAX_VALUE));
        world.choose("101", World.on());
        FakeApplicationCall call = call(Optional.empty());
        assertThat(call.said()).containsExactly("voicemail-no-room", "goodbye");
        assertThat(world.events.published(VoicemailEvents.FAILED)).hasSize(1);
        assertThat(world.allFiles()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoMessage() throws IOException {
        world.choose("101", World.on());
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(2));
        Files.write(call.port().recording().orElseThrow(), new byte[100]);
        call.presses("#");
        assertThat(call.said()).containsExactly("voicemail-no-room", "goodbye");
        assertThat(world.of("101")).isEmpty();
        assertThat(world.allFiles()).isEmpty();
        assertThat(world.events.published(VoicemailEvents.FAILED)).hasSize(1);
    }

    @Test
    void isNotThereForWhoHasNoMailbox() {
        Extension anna = world.extension("100");
        assertThat(world.application.takes(world.acme, new Wanted.Place(BOX, Optional.empty())))
                .isFalse();
        assertThat(world.application.takes(world.acme, new Wanted.Code(anna, FeatureCode.LEAVE_MESSAGE, "101")))
                .isFalse();
        world.choose("101", World.on());
        assertThat(world.application.takes(world.acme, new Wanted.Code(anna, FeatureCode.LEAVE_MESSAGE, "101")))
                .isTrue();
        assertThat(world.application.takes(world.bolt, new Wanted.Place(BOX, Optional.empty())))
                .isFalse();
        assertThat(world.application.takes(world.acme, new Wanted.Code(anna, FeatureCode.DO_NOT_DISTURB, "")))
                .isFalse();
    }
}
