package org.patchbay.voicemail.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.voicemail.World;
import org.patchbay.voicemail.box.Greeting;

@Tag("S4.34")
final class AssistantApplicationTest {

    private static final Destination ANNA = new Destination(Destination.Kind.EXTENSION, "ext-100");
    private static final Destination MOBILE = new Destination(Destination.Kind.OUTSIDE, "+4917112345");
    private static final Destination BOX = new Destination(Destination.Kind.VOICEMAIL, "ext-101");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private Extension bob() {
        return world.extension("101");
    }

    private Optional<Assistant> chosen() {
        return world.phones.services(world.acme, "ext-101").assistant();
    }

    private void choose(Optional<Destination> otherwise) {
        var menu = new Assistant(true, Map.of("1", ANNA, "2", MOBILE), 4, 2, otherwise);
        world.phones.serve(world.acme, "ext-101", services -> services.assistant(Optional.of(menu)));
    }

    private FakeApplicationCall code() {
        var wanted = new Wanted.Code(bob(), FeatureCode.ASSISTANT, "");
        assertThat(world.assistant.takes(world.acme, wanted)).isTrue();
        return new FakeApplicationCall(world.acme, wanted, new Party("101", "Bob"), Optional.of(bob()))
                .at(world.assistant);
    }

    private Wanted unanswered() {
        return new Wanted.Assistant(bob(), Forwards.Case.NO_ANSWER);
    }

    private FakeApplicationCall caller() {
        assertThat(world.assistant.takes(world.acme, unanswered())).isTrue();
        return new FakeApplicationCall(world.acme, unanswered(), new Party("+4930111", ""), Optional.empty())
                .at(world.assistant);
    }

    /** Bob speaks a greeting by the code. */
    private void spoken() {
        FakeApplicationCall call = code();
        assertThat(call.said()).containsExactly("record-after-tone", "beep");
        call.listens();
        call.port().speaks(World.tone(2));
        call.presses("#1");
        assertThat(call.said()).containsExactly("saved");
        call.listens();
        assertThat(call.said()).containsExactly("activated", "goodbye");
    }

    @Test
    void isNotHeardBeforeItsGreetingWasSpoken() {
        choose(Optional.empty());
        assertThat(world.assistant.takes(world.acme, unanswered())).isFalse();
        spoken();
        assertThat(world.assistant.takes(world.acme, unanswered())).isTrue();
        assertThat(world.assistant.takes(world.bolt, unanswered())).isFalse();
        assertThat(chosen().orElseThrow().keys()).containsEntry("1", ANNA);
    }

    @Test
    void theCodeSwitchesItAndSpeaksAnew() {
        spoken();
        assertThat(chosen().orElseThrow().on()).isTrue();
        FakeApplicationCall off = code();
        assertThat(off.said()).containsExactly("deactivated");
        assertThat(chosen().orElseThrow().on()).isFalse();
        off.hangsUp();
        FakeApplicationCall on = code();
        assertThat(on.said()).containsExactly("activated", "assistant-new");
        assertThat(chosen().orElseThrow().on()).isTrue();
        on.presses("1");
        assertThat(on.said()).containsExactly("record-after-tone", "beep");
        on.listens();
        on.port().speaks(World.tone(3));
        on.presses("#1");
        assertThat(chosen().orElseThrow().on()).isTrue();
        assertThat(world.files.greeting(world.acme, "ext-101", Greeting.ASSISTANT))
                .hasValueSatisfying(file -> assertThat(file).hasSize(58 + 24_000));
    }

    @Test
    void aKeyLeadsThere() {
        choose(Optional.empty());
        spoken();
        FakeApplicationCall call = caller();
        assertThat(call.said()).containsExactly("file");
        assertThat(call.isConversation()).isFalse();
        call.presses("1");
        assertThat(call.sentTo()).contains(ANNA);
        FakeApplicationCall second = caller();
        second.presses("2");
        assertThat(second.sentTo()).contains(MOBILE);
        assertThat(second.notes()).containsExactly("pressed");
    }

    @Test
    void wrongKeysAndNoneLeadElsewhereInTheEnd() {
        choose(Optional.of(ANNA));
        spoken();
        FakeApplicationCall call = caller();
        call.presses("7");
        assertThat(call.said()).containsExactly("invalid");
        call.listens();
        assertThat(call.said()).containsExactly("file");
        call.listens();
        call.pass(Duration.ofSeconds(4));
        assertThat(call.sentTo()).contains(ANNA);
    }

    @Test
    void otherwiseTheMailboxTakesTheCall() {
        choose(Optional.empty());
        spoken();
        FakeApplicationCall call = caller();
        silent(call);
        assertThat(call.said()).as("nobody has a mailbox").containsExactly("goodbye");
        world.choose("101", World.on());
        FakeApplicationCall late = caller();
        silent(late);
        assertThat(late.sentTo()).contains(BOX);
    }

    private static void silent(FakeApplicationCall call) {
        call.listens();
        call.pass(Duration.ofSeconds(4));
        call.listens();
        call.pass(Duration.ofSeconds(4));
    }

    @Test
    void aGreetingThatWasSentCountsToo() throws IOException {
        choose(Optional.empty());
        assertThat(world.assistant.takes(world.acme, unanswered())).isFalse();
        spoken();
        Path file =
                world.files.greeting(world.acme, "ext-101", Greeting.ASSISTANT).orElseThrow();
        byte[] wav = Files.readAllBytes(file);
        world.files.delete(world.acme, "ext-101", Greeting.ASSISTANT);
        world.greetings.changed(world.acme, "ext-101");
        assertThat(world.assistant.takes(world.acme, unanswered())).isFalse();
        world.files.keepGreeting(world.acme, "ext-101", Greeting.ASSISTANT, new ByteArrayInputStream(wav));
        world.greetings.changed(world.acme, "ext-101");
        assertThat(world.assistant.takes(world.acme, unanswered())).isTrue();
    }
}
