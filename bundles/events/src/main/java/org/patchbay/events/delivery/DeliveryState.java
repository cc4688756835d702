package org.patchbay.events.delivery;

import java.time.Instant;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * Where the delivery of a portal's events to a subscriber stands.
 *
 * @param position the number of the last event delivered
 * @param failures in a row
 * @param lastFailure the class and message of the last failure in a row
 * @param next when it is tried again after a failure
 * @param missed transient events that found no room
 */
public record DeliveryState(
        String subscriber,
        PortalId portal,
        long position,
        int failures,
        Optional<String> lastFailure,
        Optional<Instant> next,
        long missed) {}
