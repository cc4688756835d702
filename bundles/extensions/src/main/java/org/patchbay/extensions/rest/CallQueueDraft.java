package org.patchbay.extensions.rest;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Means;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.DepartmentId;

/** What can be chosen of a queue, as in {@link CallQueue}; without a department it is of Default. Immutable. */
@PutBack(CallQueue.class)
public record CallQueueDraft(
        String number,
        String name,
        Optional<DepartmentId> department,
        RingStrategy strategy,
        @Means("Ids of extensions, not their numbers") List<String> agents,
        int ringSeconds,
        int wrapUpSeconds,
        int mostWaiting,
        int longestWaitSeconds,
        Optional<String> greeting,
        Optional<Integer> announceSeconds,
        @MayBeAbsent boolean music,
        Destination otherwise) {

    CallQueue thing(PortalId portal, String id, long version) {
        return new CallQueue(
                id,
                number,
                name,
                department.orElseGet(() -> DepartmentId.defaultOf(portal)),
                strategy,
                agents,
                ringSeconds,
                wrapUpSeconds,
                mostWaiting,
                longestWaitSeconds,
                greeting,
                announceSeconds,
                music,
                otherwise,
                version);
    }
}
