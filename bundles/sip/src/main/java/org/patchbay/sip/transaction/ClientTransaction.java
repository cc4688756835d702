package org.patchbay.sip.transaction;

import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transport.Flow;

/** A request that was sent, until it is answered and repetitions have died away (RFC 3261, section 17.1). Of one lane. */
public sealed interface ClientTransaction permits InviteClientTransaction, NonInviteClientTransaction {

    /** The request as it was sent. */
    SipRequest request();

    /** An answer came. */
    void received(SipResponse response, Flow flow);
}
