package org.patchbay.spi.signalling;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The accounts and trunks of all portals. Asked with every request that is not within a dialog, so answers come from
 * memory. What changes is told by {@code Cluster} on {@link #CHANGED}. Thread-safe.
 */
@ConsumerType
public interface Subscribers {

    /** The topic that tells of changes; its message is the portal's id in UTF-8. */
    String CHANGED = "signalling-subscribers";

    /** The account of this name below a portal's host name; both without regard to case. */
    Optional<SipAccount> account(String domain, String user);

    /** Every trunk that is switched on, of all portals. */
    List<SipTrunk> trunks();

    /**
     * The trunk that brings a call from an address. What is called is the name of a trunk that registers, if the carrier sends
     * calls to its contact: that one trunk is meant. Else, where several portals share the carrier's address, it is that of the
     * portal with the number called. Empty when none is meant or several are.
     */
    Optional<SipTrunk> trunk(InetAddress source, String called);

    /** Whether some trunk brings calls from this address: one that {@link #trunk} does not tell is refused as ambiguous. */
    default boolean brings(InetAddress source) {
        return false;
    }
}
