package org.patchbay.sip.transaction;

import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transport.Flow;

/** Hears what becomes of a request that was sent. Called in the lane. */
public interface ClientListener {

    /** An answer; of an INVITE also each further 2xx, whose ACK is the listener's business. */
    void answered(SipResponse response, Flow flow);

    /** No answer will come: 408 when nobody did in time, 503 when it could not be sent. */
    void failed(int status);
}
