package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.phonemedia.Prompt;

/** The caller hears something, and that is all. */
final class SayStage extends ListeningStage {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final List<Prompt> prompts;

    SayStage(Call call, List<Prompt> prompts) {
        super(call, CallResult.ANSWERED);
        this.prompts = List.copyOf(prompts);
    }

    @Override
    public void begin() {
        Call call = call();
        call.caller().accept(Optional.empty(), call.hub().clock().instant());
        call.caller().port().play(prompts, false);
        atMost(LONGEST);
    }
}
