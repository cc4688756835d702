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
        List<String> tags) {

    public CallRecord {
        legs = List.copyOf(legs);
        path = List.copyOf(path);
        tags = List.copyOf(tags);
    }

    /** How long people talked. */
    public Duration talked() {
        return answered.map(from -> Duration.between(from, ended)).orElse(Duration.ZERO);
    }
}
