package org.patchbay.spi.signalling;

import java.util.Optional;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegId;
import org.patchbay.api.signalling.Party;

/**
 * A call that comes in. Immutable.
 *
 * @param account the device that calls, proven by its password; empty when a trunk brings the call
 * @param trunk the trunk that brings it; empty when a device calls
 * @param caller as the request says; of a device only the name is to be believed
 * @param called the user part of the Request-URI
 * @param description the offer; empty when the caller wants one (RFC 3264, delayed offer)
 * @param replaces the leg that it takes the place of (RFC 3891)
 * @param userAgent what the phone says it is; empty when it does not
 */
public record IncomingCall(
        Leg leg,
        Optional<String> account,
        Optional<String> trunk,
        Party caller,
        String called,
        Optional<String> description,
        Optional<LegId> replaces,
        String userAgent) {}
