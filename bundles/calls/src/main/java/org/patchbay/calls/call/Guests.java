package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Ending;
import org.patchbay.calls.plan.Outcome;

/** Phones that ring beside what the call is about, to come into it. Used on the call's thread alone. */
final class Guests {

    private final Call call;
    private final Fork fork;
    private final Consumer<Line> then;
    private Registration timer = () -> {};
    private boolean noted;

    Guests(
            Call call,
            List<Callee> callees,
            Invitation.Ring how,
            Party shown,
            CallParty.Role role,
            Consumer<Line> then) {
        this.call = call;
        this.fork = new Fork(call, Optional.empty());
        this.then = then;
        callees.forEach(callee -> fork.ring(callee, how, shown));
        fork.come(role);
        if (fork.isEmpty()) {
            throw Problem.CONFLICT.because("call.no-phone", "No phone is there that could ring");
        }
    }

    /** They ring so long, and the call's path says why nobody came. */
    Guests atMost(Duration time) {
        noted = true;
        timer = call.hub().timers().after(time, () -> call.run(this::noAnswer));
        return this;
    }

    private void noAnswer() {
        if (!fork.isEmpty()) {
            fork.end(LegEnd.refused(480, "No answer"));
            nobodyCame(new Outcome.NoAnswer());
        }
    }

    private void nobodyCame(Outcome outcome) {
        timer.close();
        if (noted) {
            call.note(Decision.of("outcome", Ending.word(outcome)));
        }
    }

    /** Whether it is one of these phones that answered. */
    boolean answered(Line line) {
        if (!fork.has(line)) {
            return false;
        }
        timer.close();
        fork.taken(line);
        then.accept(line);
        return true;
    }

    /** Whether none rings any more. */
    boolean over(Line line, LegEnd end) {
        if (fork.has(line) && fork.over(line, end)) {
            nobodyCame(fork.outcome());
        }
        return fork.isEmpty();
    }
}
