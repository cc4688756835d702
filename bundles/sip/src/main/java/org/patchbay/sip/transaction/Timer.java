package org.patchbay.sip.transaction;

/** Something that runs later in the same lane unless it is cancelled. */
public interface Timer {

    /** One that never runs. */
    Timer NONE = () -> {};

    /** Runs it no more; harmless when it ran. Called in its lane. */
    void cancel();
}
