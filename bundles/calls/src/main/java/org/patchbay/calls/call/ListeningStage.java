package org.patchbay.calls.call;

import java.time.Duration;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.signalling.LegEnd;

/** The caller hears something, no longer than a while, and that ends the call. */
abstract class ListeningStage implements Stage {

    private final Call call;
    private final CallResult result;
    private Registration timer = () -> {};

    ListeningStage(Call call, CallResult result) {
        this.call = call;
        this.result = result;
    }

    final Call call() {
        return call;
    }

    /** Ends it after this time at the latest. */
    final void atMost(Duration longest) {
        timer = call.hub().timers().after(longest, () -> call.run(this::finish));
    }

    final void finish() {
        if (call.stage() == this) {
            call.finish(LegEnd.hungUp(), result);
        }
    }

    @Override
    public CallState state() {
        return CallState.LISTENING;
    }

    @Override
    public void played(Line line) {
        finish();
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (call.isCaller(line)) {
            finish();
        }
    }

    @Override
    public void leave() {
        timer.close();
    }
}
