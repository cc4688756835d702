package org.patchbay.sip.store;

import java.time.Instant;
import java.util.List;
import org.patchbay.api.PortalId;

/**
 * A place where an account can be reached by datagrams, as it outlives a restart. Connections do not: their phones come again
 * by themselves. Immutable.
 *
 * @param address of the phone or its NAT, as text
 */
public record KeptRegistration(
        String id,
        PortalId portal,
        String account,
        String user,
        String domain,
        String contact,
        String instance,
        List<String> path,
        int q,
        String callId,
        long cseq,
        String userAgent,
        Instant expires,
        String address,
        int port) {}
