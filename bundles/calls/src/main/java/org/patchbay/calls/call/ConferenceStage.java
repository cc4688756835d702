package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;

/** The caller is in a conference room, or enters its PIN first. */
final class ConferenceStage implements Stage {

    private static final Duration FOR_PIN = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    private final Call call;
    private final ConferenceRoom room;
    private final Conferences conferences;
    private final Line caller;
    private final StringBuilder keys = new StringBuilder();
    private Registration timer = () -> {};
    private boolean inside;
    private int tries;

    ConferenceStage(Call call, ConferenceRoom room, Conferences conferences) {
        this.call = call;
        this.room = room;
        this.conferences = conferences;
        this.caller = call.caller();
    }

    @Override
    public CallState state() {
        return inside ? CallState.TALKING : CallState.LISTENING;
    }

    @Override
    public Optional<CallDestination> at() {
        return Optional.of(new CallDestination("conference", room.number(), room.name()));
    }

    @Override
    public void begin() {
        caller.accept(Optional.empty(), call.hub().clock().instant());
        shownTo(caller);
        if (room.pin().isEmpty()) {
            enter();
            return;
        }
        ask("enter-pin");
        timer = call.hub().timers().after(FOR_PIN, () -> call.run(this::late));
    }

    private void ask(String sentence) {
        keys.setLength(0);
        String language = call.hub().desk().voice(call).language();
        caller.port().play(List.of(new Prompt.Sentence(sentence, language)), false);
    }

    private void late() {
        if (call.stage() == this && !inside) {
            leaveAgain("no-pin");
        }
    }

    private void leaveAgain(String why) {
        call.note(Decision.of("destination", why, "name", room.name()));
        call.finish(LegEnd.hungUp(), CallResult.REFUSED);
    }

    @Override
    public void pressed(Line line, char digit) {
        if (inside || line != caller) {
            return;
        }
        caller.port().stopPlaying();
        if (digit != '#') {
            keys.append(digit);
        }
        int length = room.pin().orElse("").length();
        if (digit != '#' && keys.length() < length) {
            return;
        }
        if (room.pin().filter(keys.toString()::equals).isPresent()) {
            enter();
        } else if (++tries >= TRIES) {
            leaveAgain("wrong-pin");
        } else {
            ask("wrong-pin");
        }
    }

    private void enter() {
        Optional<Mixer> mixer = conferences.enter(call, room);
        if (mixer.isEmpty()) {
            leaveAgain("room-full");
            return;
        }
        timer.close();
        inside = true;
        mixer.get().join(caller.port(), Mixer.Ear.SPEAKS);
        call.dossier().conversing();
        call.refresh();
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (line == caller) {
            call.finish(LegEnd.hungUp(), CallResult.ANSWERED);
        }
    }

    @Override
    public void leave() {
        timer.close();
        conferences.leave(call, room);
        if (!caller.isOver()) {
            caller.port().disconnect();
        }
    }
}
