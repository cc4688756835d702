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
     * The trunk that brings a call from an address: where several portals share a carrier's address, the one with the number
     * called. Empty when none has it or several do.
     */
    Optional<SipTrunk> trunk(InetAddress source, String called);
}
