package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.phonemedia.Prompt;

/** The caller hears what the caller says, until pound is pressed. */
final class EchoStage extends ListeningStage {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    EchoStage(Call call) {
        super(call, CallResult.ANSWERED);
    }

    @Override
    public void begin() {
        Call call = call();
        Line caller = call.caller();
        caller.accept(Optional.empty(), call.hub().clock().instant());
        call.dossier().conversing();
        String language = call.hub().desk().voice(call).language();
        caller.port().play(List.of(new Prompt.Sentence("echo-test", language)), false);
        atMost(LONGEST);
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

    @Override
    public void leave() {
        super.leave();
        if (!call().caller().isOver()) {
            call().caller().port().disconnect();
        }
    }
}
