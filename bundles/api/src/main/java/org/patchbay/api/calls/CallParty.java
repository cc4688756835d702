package org.patchbay.api.calls;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;

/**
 * One phone in a call. Immutable.
 *
 * @param leg names it within the call
 * @param number as others see it; empty when withheld
 * @param name as others see it; empty when not known
 * @param person whose phone it is
 * @param department whose people may see and operate the call
 * @param trunk by which somebody outside is reached
 * @param answered since when the phone is in the call; empty while it rings
 */
public record CallParty(
        String leg,
        Role role,
        State state,
        String number,
        String name,
        Optional<PersonId> person,
        Optional<DepartmentId> department,
        Optional<String> trunk,
        Optional<Instant> answered) {

    /** What somebody is in a call. */
    public enum Role {
        CALLER,
        CALLED,
        /** Came in on a conversation of others. */
        BARGED_IN,
        /** Hears alone. */
        LISTENER,
        /** Heard by one side alone. */
        WHISPERER
    }

    /** What a phone does. */
    public enum State {
        RINGING,
        TALKING,
        /** It holds the others. */
        HOLDING
    }
}
