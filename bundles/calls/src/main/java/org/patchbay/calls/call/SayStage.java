package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;

/** The caller hears something, and that is all. */
final class SayStage implements Stage {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Call call;
    private final List<Prompt> prompts;
    private Registration timer = () -> {};

    SayStage(Call call, List<Prompt> prompts) {
        this.call = call;
        this.prompts = List.copyOf(prompts);
    }

    @Override
    public CallState state() {
        return CallState.LISTENING;
    }

    @Override
    public void begin() {
        call.caller().accept(Optional.empty(), call.hub().clock().instant());
        call.caller().port().play(prompts, false);
        timer = call.hub().timers().after(LONGEST, () -> call.run(this::finish));
    }

    @Override
    public void played(Line line) {
        finish();
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
    }
}
