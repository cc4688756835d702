package org.patchbay.voicemail.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.VoiceMessage;

/** The person of a mailbox hears messages, after the PIN. Used on the call's thread alone. */
final class HearMessages {

    private static final Duration FOR_KEY = Duration.ofSeconds(8);
    private static final Duration FOR_DIGIT = Duration.ofSeconds(5);
    private static final int MOST_MESSAGES = 200;
    private static final int MOST_SILENCES = 3;

    private final ApplicationCall call;
    private final Conversation conversation;
    private final Counter counter;
    private final Extension extension;
    private final Mailbox box;
    private final List<VoiceMessage> messages = new ArrayList<>();
    private int at;
    private int silences;

    HearMessages(ApplicationCall call, Conversation conversation, Counter counter, Extension extension, Mailbox box) {
        this.call = call;
        this.conversation = conversation;
        this.counter = counter;
        this.extension = extension;
        this.box = box;
    }

    /** Says how many there are, then the first. */
    void begin() {
        call.work(
                () -> counter.messages()
                        .list(call.portal(), extension.id(), PageRequest.first(MOST_MESSAGES))
                        .items(),
                this::found);
    }

    private void found(List<VoiceMessage> all) {
        List<VoiceMessage> oldestFirst = new ArrayList<>(all);
        Collections.reverse(oldestFirst);
        oldestFirst.stream().filter(one -> one.heard().isEmpty()).forEach(messages::add);
        int fresh = messages.size();
        oldestFirst.stream().filter(one -> one.heard().isPresent()).forEach(messages::add);
        call.note("heard", Map.of("extension", extension.number()));
        List<Prompt> prompts = new ArrayList<>();
        if (messages.isEmpty()) {
            prompts.add(conversation.sentence("voicemail-none"));
        } else {
            prompts.add(conversation.sentence("voicemail-new"));
            prompts.add(conversation.digits("" + fresh));
            prompts.add(conversation.sentence("voicemail-old"));
            prompts.add(conversation.digits("" + (messages.size() - fresh)));
        }
        prompts.add(conversation.sentence("voicemail-main"));
        conversation.choose(prompts, FOR_KEY, this::mainMenu, this::silent);
    }

    private void again() {
        conversation.choose(conversation.sentences("voicemail-main"), FOR_KEY, this::mainMenu, this::silent);
    }

    private void mainMenu(char key) {
        silences = 0;
        switch (key) {
            case '1' -> {
                at = 0;
                say();
            }
            case '2' -> new SpeakGreeting(call, conversation, counter.files(), extension, this::again).begin();
            case '*', '#' -> conversation.end();
            default -> wrong(this::again);
        }
    }

    private void silent() {
        if (++silences >= MOST_SILENCES) {
            conversation.end();
        } else {
            again();
        }
    }

    private void wrong(Runnable then) {
        conversation.say(conversation.sentences("invalid"), then);
    }

    /** Says the message at which the person is. */
    private void say() {
        if (at < 0 || at >= messages.size()) {
            at = Math.max(0, Math.min(at, messages.size()));
            conversation.say(conversation.sentences("voicemail-end"), this::again);
            return;
        }
        VoiceMessage message = messages.get(at);
        call.work(() -> sound(message), found -> play(message, found));
    }

    private Optional<Path> sound(VoiceMessage message) {
        try {
            Path sound = counter.messages().sound(call.portal(), extension.id(), message.id());
            counter.messages().mark(call.portal(), extension, message.id(), true);
            return Optional.of(sound);
        } catch (PatchbayException e) {
            return Optional.empty();
        }
    }

    private void play(VoiceMessage message, Optional<Path> sound) {
        if (sound.isEmpty()) {
            messages.remove(message);
            say();
            return;
        }
        List<Prompt> prompts = new ArrayList<>();
        if (box.settings().callerId() && !message.caller().isEmpty()) {
            prompts.add(conversation.sentence("call-from"));
            prompts.add(conversation.digits(message.caller()));
        }
        if (box.settings().envelope()) {
            prompts.add(conversation.sentence("voicemail-received"));
            prompts.addAll(moment(message.received()));
        }
        prompts.add(new Prompt.File(sound.get()));
        prompts.add(conversation.sentence("voicemail-menu"));
        conversation.choose(prompts, FOR_KEY, key -> menu(message, key), this::silent);
    }

    /** Day and month, then hours and minutes, as digits. */
    private List<Prompt> moment(Instant received) {
        ZoneId zone = counter.zone(call.portal(), extension);
        String day = DateTimeFormatter.ofPattern("ddMM").format(received.atZone(zone));
        String time = DateTimeFormatter.ofPattern("HHmm").format(received.atZone(zone));
        return List.of(conversation.digits(day), conversation.sentence("voicemail-at"), conversation.digits(time));
    }

    private void menu(VoiceMessage message, char key) {
        silences = 0;
        switch (key) {
            case '1' -> {
                at++;
                say();
            }
            case '2' -> say();
            case '3' ->
                call.work(() -> delete(message), gone -> {
                    messages.remove(message);
                    conversation.say(conversation.sentences("voicemail-deleted"), this::say);
                });
            case '4' -> {
                at = Math.max(0, at - 1);
                say();
            }
            case '5' -> callBack(message);
            case '6' ->
                conversation.digits(
                        conversation.sentences("enter-extension"), FOR_DIGIT, number -> forward(message, number));
            case '7' -> {
                at++;
                conversation.say(conversation.sentences("voicemail-saved"), this::say);
            }
            case '*' -> again();
            case '#' -> conversation.end();
            default -> wrong(this::say);
        }
    }

    private boolean delete(VoiceMessage message) {
        counter.messages().delete(call.portal(), extension, message.id());
        return true;
    }

    private void callBack(VoiceMessage message) {
        Dialled meaning = counter.plan().understand(call.portal(), message.caller());
        Optional<Destination> to = Optional.empty();
        if (meaning instanceof Dialled.Internal internal) {
            to = Optional.of(internal.destination());
        } else if (meaning instanceof Dialled.Outside outside) {
            to = Optional.of(new Destination(Destination.Kind.OUTSIDE, outside.number()));
        }
        if (to.isEmpty() || call.extension().isEmpty()) {
            wrong(this::say);
        } else {
            call.note("calls-back", Map.of("number", message.caller()));
            call.transfer(to.get());
        }
    }

    private void forward(VoiceMessage message, String number) {
        Optional<Extension> to = counter.extension(call.portal(), number);
        Optional<Mailbox> theirs = to.flatMap(one -> counter.mailbox(call.portal(), one.id()));
        if (to.isEmpty() || theirs.isEmpty()) {
            wrong(this::say);
            return;
        }
        call.work(
                () -> counter.messages().forward(call.portal(), extension.id(), message.id(), to.get(), theirs.get()),
                done -> conversation.say(
                        conversation.sentences(done ? "voicemail-saved" : "voicemail-full"), this::say));
    }
}
