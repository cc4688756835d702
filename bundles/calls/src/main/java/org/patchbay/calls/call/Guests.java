package org.patchbay.calls.call;

import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.Problem;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Callee;

/** Phones that ring beside what the call is about, to come into it. Used on the call's thread alone. */
final class Guests {

    private final Fork fork;
    private final Consumer<Line> then;

    Guests(Call call, Callee callee, Invitation.Ring how, Party shown, Consumer<Line> then) {
        this.fork = new Fork(call, Optional.empty());
        this.then = then;
        fork.ring(callee, how, shown);
        if (fork.isEmpty()) {
            throw Problem.CONFLICT.because("call.no-phone", "No phone is there that could ring");
        }
    }

    /** Whether it is one of these phones that answered. */
    boolean answered(Line line) {
        if (!fork.has(line)) {
            return false;
        }
        fork.taken(line);
        then.accept(line);
        return true;
    }

    /** Whether none rings any more. */
    boolean over(Line line, LegEnd end) {
        return fork.has(line) && fork.over(line, end);
    }
}
