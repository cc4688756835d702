package org.patchbay.voicemail.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.Messages;
import org.patchbay.voicemail.VoiceFiles;
import org.patchbay.voicemail.box.Greeting;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.VoiceMessage;

/** A caller leaves a message. Used on the call's thread alone. */
final class LeaveMessage {

    private static final Duration FOR_KEY = Duration.ofSeconds(6);
    private static final Duration DISK_LAG = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 5;

    private final ApplicationCall call;
    private final Conversation conversation;
    private final Messages messages;
    private final VoiceFiles files;
    private final Extension extension;
    private final MailboxSettings settings;
    private int tries;

    LeaveMessage(
            ApplicationCall call,
            Conversation conversation,
            Messages messages,
            VoiceFiles files,
            Extension extension,
            MailboxSettings settings) {
        this.call = call;
        this.conversation = conversation;
        this.messages = messages;
        this.files = files;
        this.extension = extension;
        this.settings = settings;
    }

    /** What callers of the mailbox hear first. */
    private record Welcome(Optional<String> obstacle, Optional<Path> own, Optional<Path> name) {}

    void begin(Optional<Forwards.Case> why) {
        call.answer(false);
        boolean busy = why.filter(Forwards.Case.BUSY::equals).isPresent();
        call.work(() -> welcome(busy), found -> greet(found, busy));
    }

    private Welcome welcome(boolean busy) {
        Optional<Path> unavailable = files.greeting(call.portal(), extension.id(), Greeting.UNAVAILABLE);
        return new Welcome(
                messages.obstacle(call.portal(), extension.id()),
                busy
                        ? files.greeting(call.portal(), extension.id(), Greeting.BUSY)
                                .or(() -> unavailable)
                        : unavailable,
                files.greeting(call.portal(), extension.id(), Greeting.NAME));
    }

    private void greet(Welcome welcome, boolean busy) {
        if (welcome.obstacle().isPresent()) {
            String obstacle = welcome.obstacle().get();
            call.note("failed", Map.of("reason", obstacle));
            call.work(
                    () -> {
                        messages.failed(call.portal(), extension, obstacle);
                        return obstacle;
                    },
                    done -> conversation.end(done.equals("box-full") ? "voicemail-full" : "voicemail-no-room"));
            return;
        }
        List<Prompt> prompts = new ArrayList<>();
        if (welcome.own().isPresent()) {
            prompts.add(new Prompt.File(welcome.own().get()));
        } else {
            welcome.name().ifPresent(name -> prompts.add(new Prompt.File(name)));
            prompts.add(conversation.sentence(busy ? "busy" : "voicemail-unavailable"));
            prompts.add(conversation.sentence("voicemail-greeting"));
        }
        if (settings.operator().isPresent()) {
            prompts.add(conversation.sentence("voicemail-press-zero"));
        }
        conversation.choose(prompts, Duration.ofMillis(1), this::pressedAtGreeting, this::beep);
    }

    private void pressedAtGreeting(char key) {
        if (key == '0' && settings.operator().isPresent()) {
            toOperator();
        } else {
            beep();
        }
    }

    private void toOperator() {
        call.note("operator", Map.of());
        call.transfer(settings.operator().orElseThrow());
    }

    private void beep() {
        if (++tries > MOST_TRIES) {
            conversation.end();
            return;
        }
        conversation.say(List.of(conversation.beep()), () -> call.work(() -> files.fresh(call.portal()), this::record));
    }

    private void record(Path file) {
        Recording.begin(
                call,
                conversation,
                file,
                Duration.ofSeconds(settings.longestSeconds()),
                settings.silenceSeconds(),
                (recording, how, key) -> {
                    boolean review = settings.review() && how != Recording.How.OVER;
                    call.work(() -> recorded(recording, review), this::recorded);
                    if (how == Recording.How.KEY
                            && key == '0'
                            && settings.operator().isPresent()) {
                        toOperator();
                    }
                });
    }

    /** What became of what was recorded. */
    private record Recorded(Kind kind, Path file) {
        enum Kind {
            SHORT,
            REVIEW,
            KEPT,
            LOST
        }
    }

    /** Completes what was recorded and keeps it, unless it is to be heard first. Waits for the disk. */
    private Recorded recorded(Recording recording, boolean review) {
        Path file = recording.file();
        Duration length = recording.complete();
        if (recording.took().minus(length).compareTo(DISK_LAG) > 0) {
            files.delete(file);
            messages.failed(call.portal(), extension, "not-written");
            return new Recorded(Recorded.Kind.LOST, file);
        }
        if (length.toMillis() < settings.shortestSeconds() * 1000L) {
            files.delete(file);
            return new Recorded(Recorded.Kind.SHORT, file);
        }
        return review ? new Recorded(Recorded.Kind.REVIEW, file) : keep(file);
    }

    private Recorded keep(Path file) {
        var author = new Messages.Author(
                call.caller().number(), call.caller().name(), call.extension().flatMap(Extension::person));
        Optional<VoiceMessage> kept = messages.leave(call.portal(), extension, settings, author, file);
        files.delete(file);
        return new Recorded(kept.isPresent() ? Recorded.Kind.KEPT : Recorded.Kind.LOST, file);
    }

    private void recorded(Recorded what) {
        switch (what.kind()) {
            case SHORT -> {
                call.note("too-short", Map.of());
                conversation.end();
            }
            case LOST -> {
                call.note("failed", Map.of("reason", "not-written"));
                conversation.end("voicemail-no-room");
            }
            case KEPT -> {
                call.note("left", Map.of("extension", extension.number()));
                conversation.end("voicemail-saved");
            }
            case REVIEW -> review(what.file(), true);
        }
    }

    private void review(Path file, boolean first) {
        List<Prompt> prompts = conversation.sentences("voicemail-review");
        if (!first) {
            prompts.add(0, new Prompt.File(file));
        }
        conversation.choose(prompts, FOR_KEY, key -> reviewed(file, key), () -> keepNow(file));
        conversation.whenOver(() -> call.work(() -> keep(file), kept -> {}));
    }

    private void reviewed(Path file, char key) {
        switch (key) {
            case '2' -> review(file, false);
            case '3' -> {
                call.work(() -> files.delete(file), gone -> beep());
            }
            default -> keepNow(file);
        }
    }

    private void keepNow(Path file) {
        call.work(() -> keep(file), this::recorded);
    }
}
