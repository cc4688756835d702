package org.patchbay.calls.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.Foresight;

/** Says what would become of a call, by the decisions that real ones take. Thread-safe. */
public final class Oracle {

    private static final int MOST_STEPS = 50;

    private final Book book;
    private final Facts facts;
    private final Obstacles obstacles;

    public Oracle(Book book, Facts facts, Obstacles obstacles) {
        this.obstacles = obstacles;
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
                return new Foresight(path, rings, refuse.result(), Optional.empty());
            }
            if (action instanceof Action.Apply apply) {
                return new Foresight(path, rings, apply.result(), Optional.of(apply.application()));
            }
            if (action instanceof Action.Feature || action instanceof Action.Unpark || action instanceof Action.Join) {
                Optional<Obstacle> obstacle = obstacle(inquiry, action);
                obstacle.map(Obstacle::why).ifPresent(path::add);
                CallResult result =
                        obstacle.map(found -> found.refusal().result()).orElse(CallResult.ANSWERED);
                return new Foresight(path, rings, result, Optional.empty());
            }
            if (action instanceof Action.Ring ring) {
                rings.add(String.join(
                        ", ", ring.callees().stream().map(Callee::label).toList()));
            }
            action = course.after(becomes.apply(action));
        }
        return new Foresight(path, rings, CallResult.FAILED, Optional.empty());
    }

    private Optional<Obstacle> obstacle(Inquiry inquiry, Action action) {
        if (action instanceof Action.Feature feature) {
            return obstacles.to(inquiry.portal(), feature);
        }
        return action instanceof Action.Unpark unpark
                ? obstacles.to(inquiry.portal(), inquiry.caller().extension(), unpark)
                : Optional.empty();
    }
}
