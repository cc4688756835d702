package org.patchbay.spi.live;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;

/**
 * A named channel that clients open over the live WebSocket, any number at a time. JSON text both ways. Called
 * concurrently.
 */
@ConsumerType
public interface LiveChannel {

    /** Kebab-case and unique, such as {@code events}. */
    String name();

    /** What a caller needs to open it; checked before {@link #open}. */
    Right right();

    /**
     * A client opens the channel. The sink may be used at once and from any thread.
     *
     * @param with the client's arguments, a JSON object
     * @throws org.patchbay.api.PatchbayException to refuse
     */
    LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink);
}
