package org.patchbay.calls;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.LiveCall;

/** Calls that go on. Answers from memory. Thread-safe. */
public interface OngoingCalls {

    /** Those that an extension is in. */
    List<LiveCall> of(PortalId portal, String extension);

    /** The one that is parked at a place. */
    Optional<CallId> parkedAt(PortalId portal, String place);

    /** Those that wait in the queue with this number. */
    Set<CallId> waitingIn(PortalId portal, String number);

    /** Whether an extension takes calls of queues. */
    boolean takesQueueCalls(PortalId portal, String extension);
}
