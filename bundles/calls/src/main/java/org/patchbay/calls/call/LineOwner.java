package org.patchbay.calls.call;

import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.TransferRequest;

/** Whom a line belongs to. Called on its own thread. */
interface LineOwner {

    Serial serial();

    void rings(Line line);

    /** Something is to be heard before the call is answered. */
    void sounds(Line line);

    void answered(Line line);

    void held(Line line, boolean on);

    void pressed(Line line, char digit);

    void played(Line line);

    /** What is recorded at the line cannot be written any more. */
    void recordingEnded(Line line);

    void transferAsked(Line line, TransferRequest request);

    void over(Line line, LegEnd end);
}
