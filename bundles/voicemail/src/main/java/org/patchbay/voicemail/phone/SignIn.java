package org.patchbay.voicemail.phone;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.HotDesks;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.box.Mailbox;

/** Somebody signs in at a phone with the own extension and the PIN of its mailbox. Used on the call's thread alone. */
final class SignIn {

    private static final Duration FOR_DIGIT = Duration.ofSeconds(6);
    private static final int TRIES = 3;

    private final ApplicationCall call;
    private final Conversation conversation;
    private final Counter counter;
    private final HotDesks desks;
    private final String device;
    private int tries;

    SignIn(ApplicationCall call, Conversation conversation, Counter counter, HotDesks desks, String device) {
        this.call = call;
        this.conversation = conversation;
        this.counter = counter;
        this.desks = desks;
        this.device = device;
    }

    /** Signs out where somebody is signed in, and asks who it is otherwise. */
    void begin() {
        call.work(() -> desks.signOut(call.portal(), device), out -> {
            if (out) {
                call.note("signed-out", Map.of());
                conversation.end("hot-desk-out");
            } else {
                ask();
            }
        });
    }

    private void ask() {
        conversation.digits(
                conversation.sentences("enter-extension"),
                FOR_DIGIT,
                number ->
                        conversation.digits(conversation.sentences("enter-pin"), FOR_DIGIT, pin -> check(number, pin)));
    }

    /** What is not there is as a wrong PIN, so that nobody learns which extensions there are. */
    private void check(String number, String pin) {
        Optional<Extension> extension = counter.extension(call.portal(), number);
        Optional<Mailbox> box = extension.flatMap(one -> counter.anyMailbox(call.portal(), one.id()));
        call.work(() -> counter.pins().matches(call.portal(), device, box, pin), right -> {
            if (right) {
                signIn(extension.orElseThrow());
            } else if (++tries >= TRIES) {
                call.note("wrong-pin", Map.of());
                conversation.end("wrong-pin");
            } else {
                conversation.say(conversation.sentences("wrong-pin"), this::ask);
            }
        });
    }

    private void signIn(Extension extension) {
        call.work(() -> isIn(extension), done -> {
            if (done) {
                call.note("signed-in", Map.of("extension", extension.number()));
                conversation.end("hot-desk-in");
            } else {
                conversation.end("not-allowed");
            }
        });
    }

    private boolean isIn(Extension extension) {
        try {
            desks.signIn(call.portal(), device, extension.id());
            return true;
        } catch (PatchbayException e) {
            return false;
        }
    }
}
