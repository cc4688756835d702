package org.patchbay.calls.call;

import org.patchbay.api.PortalId;

/** Asks a portal's scripts what becomes of a call. Thread-safe. */
public interface Consultant {

    /** Whether the portal has scripts that want to be asked. */
    boolean wanted(PortalId portal);

    /** Asks; the call is told by {@link Call#consulted} in bounded time. Must not wait. */
    void ask(Call call);
}
