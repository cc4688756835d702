package org.patchbay.calls.call;

import java.util.Optional;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegId;

/** A phone that calls takes the place of another phone in a call (RFC 3891). Used on the call's thread. */
final class Replacement {

    private Replacement() {}

    static void of(Call call, Line line, LegId replaced) {
        Optional<Line> old = call.isEnded()
                ? Optional.empty()
                : call.line(one -> one.leg().id().equals(replaced));
        if (old.isEmpty()) {
            line.leg().end(LegEnd.refused(481, "There is no such dialog"));
            return;
        }
        call.add(line);
        if (call.stage() instanceof TalkStage talk) {
            talk.other(old.get()).ifPresent(other -> line.sees(other.who().seen()));
            line.accept(talk.other(old.get()), call.hub().clock().instant());
            old.get().holds(false);
            talk.replace(old.get(), line);
            call.note(Decision.of(
                    "outcome", "replaced", "number", line.who().party().number()));
            old.get().end(LegEnd.hungUp());
        } else if (call.stage() instanceof RingStage ring && !call.isCaller(old.get())) {
            ring.take(line);
            call.tell(Journal.What.PICKED_UP, line.who().party().number());
        } else {
            line.end(LegEnd.refused(481, "The call cannot be taken now"));
        }
    }
}
