package org.patchbay.voicemail.phone;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Extension;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.box.Mailbox;

/** Lets the person of a mailbox in by the PIN; one that is the extension's number has to be changed. Used on the call's thread. */
final class Entrance {

    private static final Duration FOR_DIGIT = Duration.ofSeconds(6);
    private static final int TRIES = 3;

    private final ApplicationCall call;
    private final Conversation conversation;
    private final Counter counter;
    private int tries;

    Entrance(ApplicationCall call, Conversation conversation, Counter counter) {
        this.call = call;
        this.conversation = conversation;
        this.counter = counter;
    }

    /** The own mailbox; without a PIN, or where none is wanted, at once. */
    void own(Extension extension) {
        Optional<Mailbox> box = counter.mailbox(call.portal(), extension.id());
        if (box.isEmpty()) {
            conversation.end("not-allowed");
        } else if (box.get().pin().isEmpty()) {
            choosePin(extension, box.get());
        } else if (box.get().settings().pinAtOwnPhone()) {
            askPin(extension, box.get());
        } else {
            in(extension, box.get());
        }
    }

    /** Any mailbox with a PIN. */
    void other() {
        conversation.digits(conversation.sentences("enter-extension"), FOR_DIGIT, number -> {
            Optional<Extension> extension = counter.extension(call.portal(), number);
            Optional<Mailbox> box = extension.flatMap(one -> counter.mailbox(call.portal(), one.id()));
            if (extension.isEmpty() || box.isEmpty() || box.get().pin().isEmpty()) {
                // As for a wrong PIN, so that nobody learns which mailboxes there are.
                conversation.digits(conversation.sentences("enter-pin"), FOR_DIGIT, pin -> wrongBox());
            } else {
                askPin(extension.get(), box.get());
            }
        });
    }

    private void wrongBox() {
        if (++tries >= TRIES) {
            call.note("wrong-pin", Map.of());
            conversation.end("wrong-pin");
        } else {
            conversation.say(conversation.sentences("wrong-pin"), this::other);
        }
    }

    private void askPin(Extension extension, Mailbox box) {
        conversation.digits(
                conversation.sentences("enter-pin"),
                FOR_DIGIT,
                pin -> call.work(() -> counter.pins().matches(call.portal(), box, pin), right -> {
                    if (right && pin.equals(extension.number())) {
                        // The extension got the number later than its mailbox got the PIN.
                        choosePin(extension, box);
                    } else if (right) {
                        in(extension, box);
                    } else if (++tries >= TRIES) {
                        call.note("wrong-pin", Map.of());
                        conversation.end("wrong-pin");
                    } else {
                        conversation.say(conversation.sentences("wrong-pin"), () -> askPin(extension, box));
                    }
                }));
    }

    private void choosePin(Extension extension, Mailbox box) {
        conversation.digits(
                conversation.sentences("voicemail-new-pin"),
                FOR_DIGIT,
                pin -> call.work(() -> chosen(extension, pin), done -> {
                    if (done) {
                        conversation.say(conversation.sentences("saved"), () -> in(extension, box));
                    } else if (++tries >= TRIES) {
                        conversation.end("invalid");
                    } else {
                        conversation.say(conversation.sentences("invalid"), () -> choosePin(extension, box));
                    }
                }));
    }

    private boolean chosen(Extension extension, String pin) {
        try {
            counter.choosePin(call.portal(), extension, pin);
            return true;
        } catch (PatchbayException e) {
            return false;
        }
    }

    private void in(Extension extension, Mailbox box) {
        new HearMessages(call, conversation, counter, extension, box).begin();
    }
}
