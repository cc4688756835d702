package org.patchbay.spi.signalling;

import java.util.List;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;

/**
 * A line to the telephone network. Immutable.
 *
 * @param id names it within the portal
 * @param host name or address of the carrier's server; where neither port nor transport are given they are looked up (RFC 3263)
 * @param port 0 when not given
 * @param transport {@code UDP}, {@code TCP} or {@code TLS}; empty when not given
 * @param user the user part of its own address, and the name it signs in with
 * @param password empty when it signs in by address alone
 * @param registers whether it registers there
 * @param expirySeconds of the registration it asks for
 * @param sources from where its calls come besides the carrier's server
 */
public record SipTrunk(
        PortalId portal,
        String id,
        String host,
        int port,
        String transport,
        String user,
        String password,
        boolean registers,
        int expirySeconds,
        List<Network> sources) {

    @Override
    public String toString() {
        return "SipTrunk[" + portal + ", " + id + "]";
    }
}
