package org.patchbay.scripting.worker;

/** What waits to be done in a script's context. */
sealed interface Work {

    /** Evaluate the module. */
    record Load() implements Work {}

    /** Hand over an event. */
    record Deliver(long number, String text) implements Work {}

    /** A call has ended. */
    record Settle(long call, boolean ok, String json) implements Work {}

    /** A timer is due. */
    record Fire(long timer) implements Work {}
}
