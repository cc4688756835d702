package org.patchbay.extensions.file;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.extensions.thing.Kinds;

/** A queue; its agents by their numbers. */
public record QueueText(
        String number,
        String name,
        Optional<String> department,
        RingStrategy strategy,
        @MayBeAbsent List<String> agents,
        int ringSeconds,
        int wrapUpSeconds,
        int mostWaiting,
        int longestWaitSeconds,
        Optional<String> greeting,
        Optional<Integer> announceSeconds,
        @MayBeAbsent boolean music,
        String otherwise) {

    static QueueText of(Terms terms, CallQueue thing) {
        return new QueueText(
                thing.number(),
                thing.name(),
                terms.department(thing.department()),
                thing.strategy(),
                terms.names(thing.agents()),
                thing.ringSeconds(),
                thing.wrapUpSeconds(),
                thing.mostWaiting(),
                thing.longestWaitSeconds(),
                thing.greeting(),
                thing.announceSeconds(),
                thing.music(),
                terms.text(thing.otherwise()));
    }

    String key() {
        return Kinds.internal(number);
    }

    CallQueue thing(Terms terms, String id, long version, boolean bare) {
        return new CallQueue(
                id,
                number,
                name,
                terms.department("/department", department),
                strategy,
                terms.ids("/agents", Kinds.EXTENSION, agents),
                ringSeconds,
                wrapUpSeconds,
                mostWaiting,
                longestWaitSeconds,
                greeting,
                announceSeconds,
                music,
                bare ? Destination.HANG_UP : terms.destination("/otherwise", otherwise),
                version);
    }
}
