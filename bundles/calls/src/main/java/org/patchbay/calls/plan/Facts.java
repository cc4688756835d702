package org.patchbay.calls.plan;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.spi.calls.Wanted;

/** How things are now, as far as decisions ask. Answers from memory. Thread-safe. */
public interface Facts {

    /** Whether some phone of the extension is registered. */
    boolean reachable(PortalId portal, String extension);

    /** In how many calls the extension is. */
    int calls(PortalId portal, String extension);

    /** When the extension's last conversation ended; the epoch if there was none. */
    Instant lastTalk(PortalId portal, String extension);

    /** Where the next round of a group begins; counts up with each call that asks in earnest. */
    int turn(PortalId portal, String group, boolean inEarnest);

    TrunkState trunk(PortalId portal, String trunk);

    /** How many calls go by the trunk now. */
    int trunkCalls(PortalId portal, Trunk trunk);

    /** How many calls outside of the portal go on here. */
    int outsideCalls(PortalId portal);

    /** Which of the portal's limits forbids a call outside now: a reason code. */
    Optional<String> limit(PortalId portal, String number, Instant at);

    /** Whether scripts are to be asked of calls. */
    boolean scripted(PortalId portal);

    /** The application that takes such a call, if one is there. */
    Optional<String> application(PortalId portal, Wanted wanted);
}
