package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;

/** The caller hears what the caller says, until pound is pressed. */
final class EchoStage implements Stage {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Call call;
    private Registration timer = () -> {};

    EchoStage(Call call) {
        this.call = call;
    }

    @Override
    public CallState state() {
        return CallState.LISTENING;
    }

    @Override
    public void begin() {
        Line caller = call.caller();
        caller.accept(Optional.empty(), call.hub().clock().instant());
        call.dossier().conversing();
        String language = call.hub().desk().voice(call).language();
        caller.port().play(List.of(new Prompt.Sentence("echo-test", language)), false);
        timer = call.hub().timers().after(LONGEST, () -> call.run(this::finish));
    }

    @Override
    public void played(Line line) {
        line.port().connect(line.port());
    }

    @Override
    public void pressed(Line line, char digit) {
        if (digit == '#') {
            finish();
        }
    }

    private void finish() {
        if (call.stage() == this) {
            call.finish(LegEnd.hungUp(), CallResult.ANSWERED);
        }
    }

    @Override
    public void over(Line line, LegEnd end) {
        finish();
    }

    @Override
    public void leave() {
        timer.close();
        if (!call.caller().isOver()) {
            call.caller().port().disconnect();
        }
    }
}
