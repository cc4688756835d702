package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.phonemedia.Prompt;

/** A caller whose call was answered already hears by a tone that it goes no further. */
final class FarewellStage extends ListeningStage {

    private static final Duration TONE = Duration.ofSeconds(3);

    private final boolean busy;

    FarewellStage(Call call, boolean busy) {
        super(call, CallResult.FAILED);
        this.busy = busy;
    }

    @Override
    public boolean takesCaller() {
        return false;
    }

    @Override
    public void begin() {
        Call call = call();
        var kind = busy ? Prompt.Tone.Kind.BUSY : Prompt.Tone.Kind.CONGESTION;
        String country = call.hub().desk().voice(call).country();
        call.caller().port().play(List.of(new Prompt.Tone(kind, country, TONE)), false);
        atMost(TONE.plusSeconds(1));
    }
}
