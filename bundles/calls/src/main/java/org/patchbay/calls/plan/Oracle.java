package org.patchbay.calls.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.Foresight;

/** Says what would become of a call, by the decisions that real ones take. Thread-safe. */
public final class Oracle {

    private static final int MOST_STEPS = 50;

    private final Book book;
    private final Facts facts;

    public Oracle(Book book, Facts facts) {
        this.book = book;
        this.facts = facts;
    }

    /** The path of a call that nobody answers and in which nobody presses a key. */
    public Foresight foresee(Inquiry inquiry) {
        return foresee(inquiry, action -> {
            if (action instanceof Action.Consult) {
                return new Outcome.Consulted(new Verdict.Silence());
            }
            return new Outcome.NoAnswer();
        });
    }

    /** The path of a call in which each action ends so. */
    public Foresight foresee(Inquiry inquiry, Function<Action, Outcome> becomes) {
        List<Decision> path = new ArrayList<>();
        List<String> rings = new ArrayList<>();
        var course = new Course(inquiry, book, facts, false, path::add);
        Action action = course.begin();
        for (int step = 0; step < MOST_STEPS; step++) {
            if (action instanceof Action.Refuse refuse) {
                return new Foresight(path, rings, refuse.result());
            }
            if (action instanceof Action.Feature || action instanceof Action.Unpark || action instanceof Action.Join) {
                return new Foresight(path, rings, CallResult.ANSWERED);
            }
            if (action instanceof Action.Apply apply) {
                return new Foresight(path, rings, apply.otherwise().result());
            }
            if (action instanceof Action.Ring ring) {
                rings.add(String.join(
                        ", ", ring.callees().stream().map(Callee::label).toList()));
            }
            action = course.after(becomes.apply(action));
        }
        return new Foresight(path, rings, CallResult.FAILED);
    }
}
