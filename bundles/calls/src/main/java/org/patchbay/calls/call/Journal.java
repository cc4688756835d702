package org.patchbay.calls.call;

import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.LiveCall;

/** Hears what happens in calls. Called on their threads, so that nothing here may wait. Thread-safe. */
public interface Journal {

    /** Something happened with a call, by somebody's phone or by nobody's. */
    void happened(PortalId portal, LiveCall call, What what, String detail);

    void decided(PortalId portal, LiveCall call, CallStep step);

    /** It is otherwise than before, whether that is told besides or not. */
    void changed(PortalId portal, LiveCall before, LiveCall now);

    /** It is over. */
    void ended(PortalId portal, CallRecord call);

    /** What happened. */
    enum What {
        STARTED,
        RINGING,
        ANSWERED,
        HELD,
        RESUMED,
        /** The detail is where to. */
        TRANSFERRED,
        /** The detail is the place. */
        PARKED,
        /** The detail is by whom. */
        PICKED_UP,
        /** The detail is who came in, and how. */
        JOINED,
        RECORDING_STARTED,
        /** The detail is why, where nobody ended it: DISK. */
        RECORDING_STOPPED
    }
}
