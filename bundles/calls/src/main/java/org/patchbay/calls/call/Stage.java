package org.patchbay.calls.call;

import java.util.Optional;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;

/** What a call is about at the moment. Called on the call's thread alone. */
interface Stage {

    CallState state();

    /** Where the caller is, if not with a person. */
    default Optional<CallDestination> at() {
        return Optional.empty();
    }

    /** The phone of a caller who talked to somebody, and was put through, shows where that is. */
    default void shownTo(Line caller) {
        if (caller.showsSomebody()) {
            at().ifPresent(at -> caller.sees(new Party(at.number(), at.name())));
        }
    }

    void begin();

    /** Whether a caller who was put through has arrived with it. */
    default boolean takesCaller() {
        return true;
    }

    /** Whether nothing that lines tell now has to wait for anything, as long as nobody is recorded or outside. */
    default boolean isQuick() {
        return false;
    }

    /** Some phone rings. */
    default void rings(Line line) {}

    default void sounds(Line line) {}

    default void answered(Line line) {}

    default void held(Line line, boolean on) {}

    default void pressed(Line line, char digit) {}

    default void played(Line line) {}

    /** A recording ended by itself. */
    default void recordingEnded(Line line) {}

    /** A line of the call is over, and closed. */
    void over(Line line, LegEnd end);

    /** Something else begins: timers end, lines stay. */
    default void leave() {}
}
