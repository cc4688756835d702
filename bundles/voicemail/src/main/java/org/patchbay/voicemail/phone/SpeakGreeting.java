package org.patchbay.voicemail.phone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.VoiceFiles;
import org.patchbay.voicemail.box.Greeting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The person of a mailbox speaks a greeting. Used on the call's thread alone. */
final class SpeakGreeting {

    private static final Logger log = LoggerFactory.getLogger(SpeakGreeting.class);
    private static final Duration FOR_KEY = Duration.ofSeconds(8);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final ApplicationCall call;
    private final Conversation conversation;
    private final VoiceFiles files;
    private final Extension extension;
    private final Runnable then;

    SpeakGreeting(
            ApplicationCall call, Conversation conversation, VoiceFiles files, Extension extension, Runnable then) {
        this.call = call;
        this.conversation = conversation;
        this.files = files;
        this.extension = extension;
        this.then = then;
    }

    void begin() {
        conversation.choose(conversation.sentences("voicemail-which"), FOR_KEY, this::which, then);
    }

    private void which(char key) {
        switch (key) {
            case '1' -> speak(Greeting.UNAVAILABLE);
            case '2' -> speak(Greeting.BUSY);
            case '3' -> speak(Greeting.NAME);
            default -> then.run();
        }
    }

    /** Speaks this one. */
    void speak(Greeting greeting) {
        List<Prompt> prompts = conversation.sentences("record-after-tone");
        prompts.add(conversation.beep());
        conversation.say(prompts, () -> call.work(() -> files.fresh(call.portal()), file -> record(greeting, file)));
    }

    private void record(Greeting greeting, Path file) {
        Recording.begin(call, conversation, file, LONGEST, 0, (recording, how, key) -> {
            if (how == Recording.How.OVER) {
                call.work(() -> drop(recording), gone -> {});
            } else {
                call.work(recording::complete, length -> review(greeting, file));
            }
        });
    }

    private boolean drop(Recording recording) {
        recording.complete();
        return files.delete(recording.file());
    }

    private void review(Greeting greeting, Path file) {
        List<Prompt> prompts = conversation.sentences("voicemail-review");
        prompts.add(0, new Prompt.File(file));
        conversation.choose(prompts, FOR_KEY, key -> reviewed(greeting, file, key), () -> keep(greeting, file));
        conversation.whenOver(() -> call.work(() -> files.delete(file), gone -> {}));
    }

    private void reviewed(Greeting greeting, Path file, char key) {
        switch (key) {
            case '2' -> review(greeting, file);
            case '3' -> call.work(() -> files.delete(file), gone -> speak(greeting));
            default -> keep(greeting, file);
        }
    }

    private void keep(Greeting greeting, Path file) {
        call.work(() -> kept(greeting, file), done -> {
            if (done) {
                call.note("greeting", Map.of("greeting", greeting.word()));
            }
            conversation.say(conversation.sentences(done ? "saved" : "voicemail-no-room"), then);
        });
    }

    private boolean kept(Greeting greeting, Path file) {
        try {
            files.keepGreeting(call.portal(), extension.id(), greeting, file);
            return true;
        } catch (IOException e) {
            log.warn("A greeting cannot be kept: {}", e.getMessage());
            return false;
        } finally {
            files.delete(file);
        }
    }
}
