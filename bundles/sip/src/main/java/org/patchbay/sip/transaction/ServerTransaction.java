package org.patchbay.sip.transaction;

import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transport.Flow;

/** A request that came in, until it is answered and its repetitions have died away (RFC 3261, section 17.2). Of one lane. */
public sealed interface ServerTransaction permits InviteServerTransaction, NonInviteServerTransaction {

    /** The request. */
    SipRequest request();

    /** Where it came from. */
    Flow flow();

    /** The tag that answers put into To, where the request has none. */
    String tag();

    /** Sends an answer; after a final one nothing more, but a 2xx again. */
    void answer(SipResponse response);

    /** Answers without more. */
    default void answer(int status, String reason) {
        answer(request().answer(status, reason, status == 100 ? "" : tag()));
    }

    /** The same request came once more. */
    void repeated();
}
