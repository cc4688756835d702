package org.patchbay.calls.call;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;

/** What callers can reach besides people. Answers from memory. Thread-safe. */
public interface Applications {

    /** The one that takes such a call, if one is there. */
    Optional<CallApplication> taking(PortalId portal, Wanted wanted);
}
