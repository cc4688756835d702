package org.patchbay.voicemail.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.box.Greeting;

/** A caller hears somebody's own greeting and presses a key. Used on the call's thread alone. */
final class AssistantMenu {

    private final ApplicationCall call;
    private final Conversation conversation;
    private final Counter counter;
    private final Extension of;
    private final Assistant assistant;
    private int tries;

    AssistantMenu(ApplicationCall call, Conversation conversation, Counter counter, Extension of, Assistant assistant) {
        this.call = call;
        this.conversation = conversation;
        this.counter = counter;
        this.of = of;
        this.assistant = assistant;
    }

    void begin() {
        call.work(() -> counter.files().greeting(call.portal(), of.id(), Greeting.ASSISTANT), this::greet);
    }

    private void greet(Optional<Path> greeting) {
        if (greeting.isEmpty() || tries >= assistant.tries()) {
            otherwise();
            return;
        }
        tries++;
        List<Prompt> said = List.of(new Prompt.File(greeting.get()));
        conversation.choose(
                said, Duration.ofSeconds(assistant.seconds()), key -> pressed(greeting, key), () -> greet(greeting));
    }

    private void pressed(Optional<Path> greeting, char key) {
        Optional<Destination> to = Optional.ofNullable(assistant.keys().get(String.valueOf(key)));
        if (to.isEmpty()) {
            conversation.say(conversation.sentences("invalid"), () -> greet(greeting));
            return;
        }
        call.note("pressed", Map.of("key", String.valueOf(key)));
        call.transfer(to.get());
    }

    /** Where the person wants it; else to the mailbox, where that is on. */
    private void otherwise() {
        Optional<Destination> mailbox = counter.mailbox(call.portal(), of.id())
                .map(box -> new Destination(Destination.Kind.VOICEMAIL, of.id()));
        call.note("no-key", Map.of());
        assistant.otherwise().or(() -> mailbox).ifPresentOrElse(call::transfer, conversation::end);
    }
}
