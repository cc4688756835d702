package org.patchbay.sip.transaction;

import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.transport.Flow;

/** What requests are handed to (RFC 3261, section 5). Called in the lane of the request. */
public interface TransactionUser {

    /**
     * What takes a new request once it has a transaction; empty if it gets none because it was answered already, or is met
     * with silence.
     *
     * @param back where answers go
     */
    Optional<Consumer<ServerTransaction>> admit(SipRequest request, Flow flow, Flow back);

    /** Takes the ACK of a 2xx. */
    void acknowledged(SipRequest ack);
}
