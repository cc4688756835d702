package org.patchbay.api.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that goes on. Immutable.
 *
 * @param called as dialled
 * @param parties the caller first
 * @param path the decisions so far
 * @param place where it is parked
 * @param tags what scripts noted
 */
public record LiveCall(
        CallId id,
        CallDirection direction,
        CallState state,
        String called,
        Instant started,
        Optional<Instant> answered,
        List<CallParty> parties,
        List<CallStep> path,
        boolean recorded,
        Optional<String> place,
        List<String> tags) {

    public LiveCall {
        parties = List.copyOf(parties);
        path = List.copyOf(path);
        tags = List.copyOf(tags);
    }
}
