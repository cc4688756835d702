package org.patchbay.calls.call;

import org.patchbay.api.calls.CallState;
import org.patchbay.api.signalling.LegEnd;

/** What a call is about at the moment. Called on the call's thread alone. */
interface Stage {

    CallState state();

    void begin();

    /** Some phone rings. */
    default void rings(Line line) {}

    default void sounds(Line line) {}

    default void answered(Line line) {}

    default void held(Line line, boolean on) {}

    default void pressed(Line line, char digit) {}

    default void played(Line line) {}

    /** A line of the call is over, and closed. */
    void over(Line line, LegEnd end);

    /** Something else begins: timers end, lines stay. */
    default void leave() {}
}
