package org.patchbay.calls.plan;

import java.time.Duration;
import java.util.List;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.RingGroup;

/** What a call does at ring groups: who rings, and in which order. Not thread-safe. */
final class Groups {

    private final Course course;
    private final Inquiry inquiry;
    private final RingOrder order;
    private final boolean inEarnest;

    Groups(Course course, Inquiry inquiry, RingOrder order, boolean inEarnest) {
        this.course = course;
        this.inquiry = inquiry;
        this.order = order;
        this.inEarnest = inEarnest;
    }

    Action at(RingGroup group) {
        course.note("destination", "group", "name", group.name());
        List<List<Extension>> turns =
                order.of(inquiry.portal(), group.id(), group.strategy(), group.members(), inEarnest);
        if (turns.isEmpty()) {
            course.note("group", "nobody-free", "name", group.name());
        }
        return ring(new Place.AtGroup(group, turns, 0));
    }

    /** After those who rang: the next, if there are any. */
    Action after(Place.AtGroup at, Outcome outcome) {
        course.note("outcome", Ending.word(outcome));
        return ring(at);
    }

    /** Those whose turn it is; where the group leads else once all were called. */
    private Action ring(Place.AtGroup at) {
        List<Extension> now = at.now();
        if (now.isEmpty()) {
            return course.turn(at.group().otherwise());
        }
        String numbers = String.join(", ", now.stream().map(Extension::number).toList());
        course.note("group", "ring", "extensions", numbers);
        course.at(at.further());
        List<Callee> callees = now.stream().<Callee>map(Callee.Phones::new).toList();
        return new Action.Ring(callees, Duration.ofSeconds(at.group().seconds()));
    }
}
