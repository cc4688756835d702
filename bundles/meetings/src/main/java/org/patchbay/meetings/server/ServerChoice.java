package org.patchbay.meetings.server;

import java.util.Optional;

/**
 * On which media server a portal's meetings are. Immutable.
 *
 * @param server the name of one; empty for whichever has the least load
 * @param whenDown what happens when the chosen one takes no meetings
 */
public record ServerChoice(Optional<String> server, WhenDown whenDown) {

    /** Whichever has the least load. */
    public static ServerChoice none() {
        return new ServerChoice(Optional.empty(), WhenDown.FALLBACK);
    }

    /** What happens to a portal's meetings when its server is down or being emptied. */
    public enum WhenDown {
        /** They are on another one. */
        FALLBACK,
        /** Nobody comes in, and is told why. */
        REFUSE
    }
}
