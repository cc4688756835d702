package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Callee;

/** The phones of somebody ring, and say that it is time to wake up. */
final class WakeStage implements Stage {

    private static final Duration RING = Duration.ofSeconds(45);

    private final Call call;
    private final Extension extension;
    private final Fork fork;
    private final Runnable unanswered;
    private Registration timer = () -> {};

    WakeStage(Call call, Extension extension, Runnable unanswered) {
        this.call = call;
        this.extension = extension;
        this.unanswered = unanswered;
        this.fork = new Fork(call, Optional.empty());
    }

    @Override
    public CallState state() {
        return CallState.RINGING;
    }

    @Override
    public void begin() {
        call.note(Decision.of("service", "wakes"));
        fork.ring(new Callee.Phones(extension), Invitation.Ring.INTERNAL, new Party(extension.number(), "Wake-up"));
        if (fork.isEmpty()) {
            call.run(this::nobody);
            return;
        }
        timer = call.hub().timers().after(RING, () -> call.run(this::nobody));
    }

    private void nobody() {
        if (call.stage() == this) {
            call.finish(LegEnd.refused(480, "No answer"), CallResult.MISSED);
            unanswered.run();
        }
    }

    @Override
    public void answered(Line line) {
        if (!fork.has(line)) {
            return;
        }
        fork.taken(line);
        line.role(CallParty.Role.CALLER);
        call.caller(line);
        call.dossier().conversing();
        String language = call.hub().desk().voice(call).language();
        Prompt wake = new Prompt.Sentence("wake-up", language);
        call.enter(new SayStage(call, List.of(wake, new Prompt.Silence(Duration.ofSeconds(1)), wake)));
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (fork.over(line, end)) {
            nobody();
        }
    }

    @Override
    public void leave() {
        timer.close();
        fork.end(LegEnd.takenElsewhere());
    }
}
