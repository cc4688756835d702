package org.patchbay.spi.signalling;

import java.util.List;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;

/**
 * What a device signs in with. Immutable.
 *
 * @param id names it within the portal
 * @param user the user part of its address of record, unique in the portal, to 64 characters
 * @param domain the portal's host, which is the digest realm too
 * @param md5 lower-case hexadecimal of {@code MD5(user:domain:password)} (RFC 7616, section 3.4.2)
 * @param sha256 the same by SHA-256 (RFC 8760)
 * @param mostContacts how many devices may use it at a time
 * @param networks from where it may be used; empty for everywhere
 */
public record SipAccount(
        PortalId portal,
        String id,
        String user,
        String domain,
        String md5,
        String sha256,
        int mostContacts,
        List<Network> networks) {

    @Override
    public String toString() {
        return "SipAccount[" + portal + ", " + id + "]";
    }
}
