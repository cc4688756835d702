package org.patchbay.voicemail.phone;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.AssistantGreetings;
import org.patchbay.voicemail.VoiceFiles;
import org.patchbay.voicemail.box.Greeting;

/**
 * Somebody switches the own assistant at the phone. Without a greeting one is spoken first, since the assistant is not heard before;
 * with one, another one may be spoken. Used on the call's thread alone.
 */
final class SwitchAssistant {

    private static final Duration FOR_KEY = Duration.ofSeconds(5);

    private final ApplicationCall call;
    private final Conversation conversation;
    private final VoiceFiles files;
    private final Extensions extensions;
    private final AssistantGreetings greetings;
    private final Extension own;

    SwitchAssistant(
            ApplicationCall call,
            Conversation conversation,
            VoiceFiles files,
            Extensions extensions,
            AssistantGreetings greetings,
            Extension own) {
        this.call = call;
        this.conversation = conversation;
        this.files = files;
        this.extensions = extensions;
        this.greetings = greetings;
        this.own = own;
    }

    void begin() {
        if (greetings.has(call.portal(), own.id())) {
            call.work(() -> switched(Optional.empty()), this::say);
        } else {
            speak();
        }
    }

    /** On or off, or the other way round; whether it is on now. */
    private boolean switched(Optional<Boolean> wanted) {
        return extensions
                .serve(call.portal(), own.id(), services -> turned(services, wanted))
                .assistant()
                .filter(Assistant::on)
                .isPresent();
    }

    private static PhoneServices turned(PhoneServices services, Optional<Boolean> wanted) {
        Assistant present = services.assistant().orElse(Assistant.NONE);
        return services.assistant(Optional.of(present.on(wanted.orElse(!present.on()))));
    }

    private void say(boolean on) {
        call.note(on ? "on" : "off", Map.of());
        List<Prompt> prompts = conversation.sentences(on ? "activated" : "deactivated");
        if (on) {
            prompts.add(conversation.sentence("assistant-new"));
        }
        conversation.choose(prompts, on ? FOR_KEY : Duration.ofMillis(1), this::pressed, conversation::end);
    }

    private void pressed(char key) {
        if (key == '1') {
            speak();
        } else {
            conversation.end();
        }
    }

    private void speak() {
        new SpeakGreeting(call, conversation, files, own, this::spoken).speak(Greeting.ASSISTANT);
    }

    private void spoken() {
        greetings.changed(call.portal(), own.id());
        call.work(() -> greetings.has(call.portal(), own.id()) && switched(Optional.of(true)), on -> {
            call.note(on ? "on" : "off", Map.of());
            conversation.end(on ? "activated" : "deactivated");
        });
    }
}
