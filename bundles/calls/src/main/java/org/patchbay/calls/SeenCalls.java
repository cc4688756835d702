package org.patchbay.calls;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.store.Visible;

/** Calls that a page was told of: one that was seen is told on until it ends, whoever has left it. Thread-safe. */
final class SeenCalls {

    private final Visible visible;
    private final Set<CallId> seen = ConcurrentHashMap.newKeySet();

    SeenCalls(Visible visible) {
        this.visible = visible;
    }

    boolean shows(LiveCall call) {
        boolean shown = CallRights.shows(visible, call);
        if (call.state() == CallState.ENDED) {
            return seen.remove(call.id()) || shown;
        }
        if (shown) {
            seen.add(call.id());
        }
        return shown || seen.contains(call.id());
    }
}
