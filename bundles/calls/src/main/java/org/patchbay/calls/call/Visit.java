package org.patchbay.calls.call;

import java.util.function.BiPredicate;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Outcome;

/** The phone of one call goes into another call, as for one that is picked up. Used on the thread of the one that goes. */
final class Visit {

    private final Call from;

    Visit(Call from) {
        this.from = from;
    }

    /**
     * Goes there.
     *
     * @param together whether both are one conversation then
     * @param arrives puts the line to use; false where it no longer fits
     */
    void to(Call target, boolean together, BiPredicate<Line, Call> arrives) {
        if (target == from) {
            from.proceed(new Outcome.Failed(404));
            return;
        }
        Line line = from.caller();
        CallId common = Dossier.common(target.dossier(), from.dossier());
        if (together) {
            from.dossier().joins(common);
        }
        from.note(Decision.of("outcome", "goes-into", "call", target.id().value()));
        from.enter(new IdleStage(from));
        from.remove(line);
        from.dossier().conversing();
        from.finish(LegEnd.hungUp(), CallResult.ANSWERED);
        target.serial().execute(() -> {
            line.move(target);
            boolean fits = !target.isEnded() && !line.isOver();
            if (fits) {
                target.add(line);
                fits = arrives.test(line, target);
            }
            if (fits && together) {
                target.dossier().joins(common);
                target.refresh();
            }
            if (!fits) {
                line.end(LegEnd.refused(481, "The call is over"));
            }
        });
    }
}
