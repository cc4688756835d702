package org.patchbay.voicemail.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.voicemail.VoicemailEvents;
import org.patchbay.voicemail.World;
import org.patchbay.voicemail.box.Dictation;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.sound.WavFile;

@Tag("S4.21")
final class DictationApplicationTest {

    private static final String BOB = "ext-101";

    private final World world = new World();

    @BeforeEach
    void bobDictates() {
        world.choose("101", MailboxSettings.NONE.dictating(true, false));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private FakeApplicationCall call() {
        var bob = world.extension("101");
        var wanted = new Wanted.Code(bob, FeatureCode.DICTATION, "");
        assertThat(world.dictation.takes(world.acme, wanted)).isTrue();
        return new FakeApplicationCall(world.acme, wanted, new Party("101", bob.name()), Optional.of(bob))
                .at(world.dictation);
    }

    private FakeApplicationCall atTheTone() {
        FakeApplicationCall call = call();
        assertThat(call.said()).containsExactly("record-after-tone", "beep");
        call.listens();
        return call;
    }

    private void dictate(int seconds) {
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(seconds));
        call.hangsUp();
    }

    private List<Dictation> all(Caller by) {
        return world.dictations.list(world.acme, BOB, PageRequest.first(10), by).items();
    }

    private Dictation only() {
        assertThat(all(world.bob)).hasSize(1);
        return all(world.bob).get(0);
    }

    private Path sound(Caller by) {
        return world.dictations.sound(world.acme, BOB, only().id(), true, false, by);
    }

    @Test
    void theKeyEndsADictation() throws Exception {
        FakeApplicationCall call = atTheTone();
        call.port().speaks(World.tone(90));
        call.pass(Duration.ofSeconds(90));
        call.presses("#");
        assertThat(call.said()).containsExactly("dictation-saved", "goodbye");
        assertThat(call.notes()).containsExactly("recorded");
        assertThat(only().millis()).isEqualTo(90_000);
        assertThat(only().number()).isEqualTo("101");
        WavFile wav = WavFile.read(sound(world.bob));
        byte[] bytes = Files.readAllBytes(sound(world.bob));
        assertThat(Arrays.copyOfRange(bytes, (int) wav.start(), bytes.length)).isEqualTo(World.tone(90));
        assertThat(world.allFiles()).containsExactly(only().id() + ".wav");
        assertThat(world.events.published(VoicemailEvents.DICTATED)).hasSize(1);
        assertThat(world.mails.sent()).isEmpty();
    }

    @Test
    void whoHangsUpHasDictatedToo() {
        dictate(3);
        assertThat(only().millis()).isEqualTo(3000);
    }

    @Test
    void whatIsShortIsThrownAway() {
        FakeApplicationCall call = atTheTone();
        call.port().speaks(Arrays.copyOf(World.tone(1), 4000));
        call.presses("#");
        assertThat(call.said()).containsExactly("goodbye");
        assertThat(all(world.bob)).isEmpty();
        assertThat(world.allFiles()).isEmpty();
    }

    @Test
    void isNotThereUnlessSwitchedOn() {
        world.choose("101", MailboxSettings.NONE);
        assertThat(world.dictation.takes(
                        world.acme, new Wanted.Code(world.extension("101"), FeatureCode.DICTATION, "")))
                .isFalse();
        assertThat(world.dictation.takes(
                        world.acme, new Wanted.Code(world.extension("100"), FeatureCode.DICTATION, "")))
                .isFalse();
    }

    @Test
    void thereIsRoomForSoManyOnly() {
        dictate(1);
        dictate(1);
        dictate(1);
        assertThat(call().said()).containsExactly("voicemail-no-room", "goodbye");
        assertThat(all(world.bob)).hasSize(3);
    }

    @Test
    void aMailBringsItWhereThatIsChosen() {
        world.choose("101", MailboxSettings.NONE.dictating(true, true));
        dictate(2);
        var mail = world.mails.last("101@acme.example");
        assertThat(mail.template()).isEqualTo("dictation");
        assertThat(mail.values()).containsEntry("length", "0:02");
        assertThat(mail.file().orElseThrow().name()).isEqualTo("dictation-101.wav");
        assertThat(world.sounds.file(world.acme, mail.file().get().id())).isPresent();
        dictate(130);
        assertThat(world.mails.last("101@acme.example").file())
                .as("a large one")
                .isEmpty();
    }

    @Test
    @Tag("S4.20")
    void itsPersonRenamesHearsAndDeletes() {
        dictate(2);
        assertThat(world.dictations
                        .rename(world.acme, BOB, only().id(), " Letter to Grace ", world.bob)
                        .name())
                .isEqualTo("Letter to Grace");
        assertThat(only().name()).isEqualTo("Letter to Grace");
        assertThatThrownBy(() -> world.dictations.rename(world.acme, BOB, only().id(), " ", world.bob))
                .isInstanceOf(PatchbayException.class);
        assertThat(sound(world.bob)).exists();
        world.dictations.delete(world.acme, BOB, only().id(), world.bob);
        assertThat(all(world.bob)).isEmpty();
        assertThat(world.allFiles()).isEmpty();
        assertThat(world.audit.actions(world.acme)).containsExactly("voicemail.changed");
        assertThat(world.events.published(VoicemailEvents.DICTATION_DELETED)).hasSize(1);
    }

    @Test
    void nobodyElseFindsItAndWhoManagesIsInTheAudit() {
        dictate(2);
        assertThatThrownBy(() -> all(world.anna)).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> sound(world.anna)).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.dictations.delete(world.acme, BOB, only().id(), world.anna))
                .isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.dictations.list(world.bolt, BOB, PageRequest.first(5), world.bob))
                .isInstanceOf(PatchbayException.class);
        assertThat(sound(world.admin)).exists();
        world.dictations.rename(world.acme, BOB, only().id(), "Found", world.admin);
        world.dictations.delete(world.acme, BOB, only().id(), world.admin);
        assertThat(world.audit.actions(world.acme))
                .contains("dictation.listened", "dictation.renamed", "dictation.deleted");
    }

    @Test
    void goesWithThePersonAndThePortal() {
        dictate(2);
        world.data.erase(world.acme, world.bob.person());
        assertThat(world.spoken.count(world.acme, BOB)).isZero();
        assertThat(world.allFiles()).isEmpty();
        bobDictates();
        dictate(2);
        world.data.erase(world.acme);
        assertThat(world.spoken.count(world.acme, BOB)).isZero();
        assertThat(world.allFiles()).isEmpty();
    }
}
