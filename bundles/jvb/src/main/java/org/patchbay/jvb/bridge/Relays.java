package org.patchbay.jvb.bridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.jvb.colibri.RelayRequests;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;

/** How two legs of a conference hear of each other: each has a relay for the other one. */
final class Relays {

    private Relays() {}

    /** Refuses videobridges that have no relays, or that call themselves the same. */
    static void require(Server one, Server other) throws BridgeException {
        boolean able = one.relayId().isPresent()
                && other.relayId().isPresent()
                && !one.relayId().equals(other.relayId());
        if (!able) {
            throw new BridgeException(
                    Reason.UNSUPPORTED,
                    one.name() + " and " + other.name() + " have no relays of different ids (videobridge.relay)");
        }
    }

    /**
     * Links two legs. The first one is controlling, with a port of its own, and opens the relays' WebSocket to the second
     * one, so that there is one.
     */
    static void link(JvbConference first, JvbConference second) throws ColibriException {
        ObjectNode active = transport(first, RelayRequests.create(id(second), true, second.described()), id(second));
        ObjectNode passive = transport(second, RelayRequests.create(id(first), false, first.described()), id(first));
        first.change(RelayRequests.connect(id(second), passive, false));
        second.change(RelayRequests.connect(id(first), active, true));
    }

    /** Links two legs anew whose relays do not work. */
    static void renew(JvbConference first, JvbConference second) throws ColibriException {
        unlink(first, second);
        unlink(second, first);
        link(first, second);
    }

    private static ObjectNode transport(JvbConference leg, ObjectNode request, String relay) throws ColibriException {
        return RelayRequests.transport(leg.change(request), relay);
    }

    /** Tells a leg of an endpoint that is new on another one. */
    static void create(JvbConference told, JvbConference of, EndpointId endpoint) throws ColibriException {
        told.change(RelayRequests.about(id(of), RelayRequests.newEndpoint(endpoint, List.of())));
    }

    /** Tells a leg of everything that an endpoint on another one sends. */
    static void sources(JvbConference told, JvbConference of, EndpointId endpoint, List<Source> all)
            throws ColibriException {
        told.change(RelayRequests.about(id(of), RelayRequests.endpoint(endpoint, all)));
    }

    static void expire(JvbConference told, JvbConference of, EndpointId endpoint) throws ColibriException {
        told.change(RelayRequests.about(id(of), RelayRequests.expired(endpoint)));
    }

    /** Tells a leg that another one is no more. */
    static void unlink(JvbConference told, JvbConference of) throws ColibriException {
        told.change(RelayRequests.expire(id(of)));
    }

    private static String id(JvbConference leg) throws ColibriException {
        return leg.relayId();
    }
}
