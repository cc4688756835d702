package org.patchbay.spi.signalling;

import java.util.function.IntConsumer;
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

    /**
     * Makes a call that a device wants from outside of a call (REFER, RFC 3515): phones of its own ring, and once one is
     * answered it is put through. Returns at once.
     *
     * @param account the device that asks, proven by its password
     * @param phone whose phones are to ring, the user part of the Request-URI; empty for the device's own
     * @param number whom to
     * @param told hears once what became of it: 200 when they talk, else why not, as SIP says it
     * @return the status to answer: 202 when it is tried, 403 for phones of somebody else, 480 when none is there
     * @throws org.patchbay.api.PatchbayException as for a call that comes in
     */
    default int referred(PortalId portal, String account, String phone, String number, IntConsumer told) {
        return 405;
    }
}
