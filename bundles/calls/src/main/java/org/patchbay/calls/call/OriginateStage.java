package org.patchbay.calls.call;

import java.time.Duration;
import java.util.Optional;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Callee;

/** The phones of who wants to call ring first. */
final class OriginateStage implements Stage {

    private static final Duration RING = Duration.ofSeconds(30);

    private final Call call;
    private final Extension extension;
    private final Fork fork;
    private Registration timer = () -> {};

    OriginateStage(Call call, Extension extension) {
        this.call = call;
        this.extension = extension;
        this.fork = new Fork(call, Optional.empty());
    }

    @Override
    public CallState state() {
        return CallState.RINGING;
    }

    @Override
    public void begin() {
        fork.ring(new Callee.Phones(extension), Invitation.Ring.INTERNAL, new Party(call.dossier().called, ""));
        if (fork.isEmpty()) {
            call.run(() -> call.finish(LegEnd.refused(480, "No phone is there"), CallResult.FAILED));
            return;
        }
        timer = call.hub().timers().after(RING, () -> call.run(this::nobody));
    }

    private void nobody() {
        if (call.stage() == this) {
            call.finish(LegEnd.refused(480, "No answer"), CallResult.MISSED);
        }
    }

    @Override
    public void answered(Line line) {
        if (fork.has(line)) {
            fork.taken(line);
            line.role(CallParty.Role.CALLER);
            call.caller(line);
            timer.close();
            call.dial();
        }
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (fork.over(line, end) || call.isCaller(line)) {
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        }
    }

    @Override
    public void leave() {
        timer.close();
        fork.end(LegEnd.takenElsewhere());
    }
}
