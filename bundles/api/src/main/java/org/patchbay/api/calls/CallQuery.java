package org.patchbay.api.calls;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;

/**
 * Which calls are wanted. Immutable.
 *
 * @param text looked for in the numbers and the caller's name, to 64 characters
 * @param person who took part
 * @param from begun at this moment or later
 * @param until begun before this moment
 */
public record CallQuery(
        Optional<String> text,
        Optional<PersonId> person,
        Optional<CallDirection> direction,
        Optional<CallResult> result,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** All calls. */
    public static final CallQuery ALL = new CallQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int LONGEST = 64;

    public CallQuery {
        text = text.map(String::strip).filter(words -> !words.isEmpty());
        if (text.filter(words -> words.length() > LONGEST).isPresent()) {
            throw Problem.INVALID.at("text", "calls.text", "must have at most " + LONGEST + " characters");
        }
    }
}
