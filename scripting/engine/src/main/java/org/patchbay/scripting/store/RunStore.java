package org.patchbay.scripting.store;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.Script;

/** Keeps what running scripts have reached. */
public interface RunStore {

    /** Notes what a script is doing and why. */
    void state(PortalId portal, String script, Script.State state, Optional<String> error);

    /** Up to which number of the portal's journal a script has handled every event. */
    OptionalLong position(PortalId portal, String script);

    /** Notes positions, by script. */
    void positions(PortalId portal, Map<String, Long> positions);
}
