package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;

/** A caller whose call was answered already hears by a tone that it goes no further. */
final class FarewellStage implements Stage {

    private static final Duration TONE = Duration.ofSeconds(3);

    private final Call call;
    private final boolean busy;
    private Registration timer = () -> {};

    FarewellStage(Call call, boolean busy) {
        this.call = call;
        this.busy = busy;
    }

    @Override
    public CallState state() {
        return CallState.LISTENING;
    }

    @Override
    public void begin() {
        var kind = busy ? Prompt.Tone.Kind.BUSY : Prompt.Tone.Kind.CONGESTION;
        String country = call.hub().desk().voice(call).country();
        call.caller().port().play(List.of(new Prompt.Tone(kind, country, TONE)), false);
        timer = call.hub().timers().after(TONE.plusSeconds(1), () -> call.run(this::finish));
    }

    @Override
    public void played(Line line) {
        finish();
    }

    private void finish() {
        if (call.stage() == this) {
            call.finish(LegEnd.hungUp(), CallResult.FAILED);
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
