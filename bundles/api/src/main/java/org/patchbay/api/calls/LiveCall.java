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
 * @param at where the caller is if not with a person: at a mailbox, in a queue or a conference, or speaking to many
 * @param tags what scripts noted
 * @param together what it has in common with calls that it was joined with, or that are of its conference; see {@link CallRecord}
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
        Optional<CallDestination> at,
        List<String> tags,
        Optional<CallId> together) {

    public LiveCall {
        parties = List.copyOf(parties);
        path = List.copyOf(path);
        tags = List.copyOf(tags);
    }

    /** The same call, with these parties and this path. */
    public LiveCall with(List<CallParty> parties, List<CallStep> path) {
        return new LiveCall(
                id, direction, state, called, started, answered, parties, path, recorded, place, at, tags, together);
    }
}
