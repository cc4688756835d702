package org.patchbay.scripting.store;

import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.LogLine;

/** Keeps the last lines of the scripts' logs. */
public interface LineStore {

    /** Adds lines and forgets those that are more than {@code keep} behind the last one. */
    void append(PortalId portal, String script, List<LogLine> lines, int keep);

    /** The last lines, oldest first. */
    List<LogLine> last(PortalId portal, String script, int limit);
}
