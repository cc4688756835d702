package org.patchbay.spi.signalling;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegListener;

/** Decides what becomes of calls. There is one. Thread-safe. */
@ConsumerType
public interface CallHandler {

    /**
     * Takes an incoming call, whose INVITE was answered with 100 alone so far. Returns at once; the leg is answered,
     * refused or put on by whoever hears of it.
     *
     * @throws org.patchbay.api.PatchbayException with {@code LIMITED} or {@code UNAVAILABLE} when it takes no more now: answered
     *     with 503 and Retry-After
     */
    LegListener incoming(PortalId portal, IncomingCall call);
}
