package org.patchbay.api.extensions;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Means;
import org.patchbay.api.identity.DepartmentId;

/**
 * Callers who wait for the next agent. Immutable.
 *
 * @param agents ids of extensions, to 200
 * @param ringSeconds how long an agent rings, 5 to 120
 * @param wrapUpSeconds for how long an agent gets no call after one, 0 to 600
 * @param mostWaiting how many wait at most, 1 to 500
 * @param longestWaitSeconds how long a caller waits, 10 to 7,200
 * @param greeting the name of the sentence that a caller hears first
 * @param announceSeconds how often the place in the queue is said, 15 to 600; empty for never
 * @param music whether callers hear music; the ringing tone otherwise
 * @param otherwise where a call goes when too many wait, when it waited too long or when nobody is there
 */
public record CallQueue(
        String id,
        String number,
        String name,
        DepartmentId department,
        RingStrategy strategy,
        @Means("Ids of extensions, not their numbers") List<String> agents,
        int ringSeconds,
        int wrapUpSeconds,
        int mostWaiting,
        int longestWaitSeconds,
        Optional<String> greeting,
        Optional<Integer> announceSeconds,
        @MayBeAbsent boolean music,
        Destination otherwise,
        long version) {

    private static final int MOST_AGENTS = 200;
    private static final int MOST_WAITING = 500;
    private static final int LONGEST_RING = 120;
    private static final int TEN_MINUTES = 600;

    public CallQueue {
        Bounds.internal(number);
        name = Bounds.name(name);
        agents = Bounds.distinct("agents", agents, MOST_AGENTS);
        Bounds.range("ringSeconds", ringSeconds, 5, LONGEST_RING);
        Bounds.range("wrapUpSeconds", wrapUpSeconds, 0, TEN_MINUTES);
        Bounds.range("mostWaiting", mostWaiting, 1, MOST_WAITING);
        Bounds.range("longestWaitSeconds", longestWaitSeconds, 10, Bounds.LONGEST_WAIT);
        greeting.ifPresent(sentence -> Bounds.sentence("greeting", sentence));
        announceSeconds.ifPresent(seconds -> Bounds.range("announceSeconds", seconds, 15, TEN_MINUTES));
    }
}
