package org.patchbay.calls;

import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.LiveCall;

/** The calls that an extension is in. Answers from memory. Thread-safe. */
public interface OngoingCalls {

    List<LiveCall> of(PortalId portal, String extension);
}
