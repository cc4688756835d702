package org.patchbay.api.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call that was (CDR): every leg, and the path of its decisions. Immutable.
 *
 * @param caller the number it came from; empty when withheld
 * @param callerName as shown; empty when not known
 * @param called as dialled
 * @param together what calls have in common that were joined, or were of one conference; empty for a call of its own
 */
public record CallRecord(
        CallId id,
        CallDirection direction,
        CallResult result,
        String caller,
        String callerName,
        String called,
        Instant started,
        Optional<Instant> answered,
        Instant ended,
        List<LegRecord> legs,
        List<CallStep> path,
        List<String> tags,
        Optional<CallId> together) {

    public CallRecord {
        legs = List.copyOf(legs);
        path = List.copyOf(path);
        tags = List.copyOf(tags);
    }

    /** The same call, with these phones and this path. */
    public CallRecord with(List<LegRecord> legs, List<CallStep> path) {
        return new CallRecord(
                id,
                direction,
                result,
                caller,
                callerName,
                called,
                started,
                answered,
                ended,
                legs,
                path,
                tags,
                together);
    }

    /** How long people talked. */
    public Duration talked() {
        return answered.map(from -> Duration.between(from, ended)).orElse(Duration.ZERO);
    }
}
