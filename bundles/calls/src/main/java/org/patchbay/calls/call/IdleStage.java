package org.patchbay.calls.call;

import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.signalling.LegEnd;

/** Nothing is done yet, or no more. */
final class IdleStage implements Stage {

    private final Call call;

    IdleStage(Call call) {
        this.call = call;
    }

    @Override
    public CallState state() {
        return CallState.DECIDING;
    }

    @Override
    public boolean isQuick() {
        return true;
    }

    @Override
    public boolean takesCaller() {
        return false;
    }

    @Override
    public void begin() {}

    @Override
    public void over(Line line, LegEnd end) {
        if (call.isCaller(line)) {
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        }
    }
}
