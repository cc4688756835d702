package org.patchbay.calls.call;

import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.TransferRequest;

/** Whom a line belongs to. Called on its own thread. */
interface LineOwner {

    Serial serial();

    /** What it is about at the moment. */
    Stage stage();

    void rings(Line line);

    /** Something is to be heard before the call is answered. */
    default void sounds(Line line) {
        stage().sounds(line);
    }

    void answered(Line line);

    void held(Line line, boolean on);

    default void pressed(Line line, char digit) {
        stage().pressed(line, digit);
    }

    default void played(Line line) {
        stage().played(line);
    }

    /** What is recorded at the line cannot be written any more. */
    default void recordingEnded(Line line) {
        stage().recordingEnded(line);
    }

    void transferAsked(Line line, TransferRequest request);

    void over(Line line, LegEnd end);
}
