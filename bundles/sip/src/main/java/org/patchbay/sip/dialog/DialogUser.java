package org.patchbay.sip.dialog;

import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegId;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.transaction.ServerTransaction;

/** What the requests of a dialog go to. Called in its lane. */
public interface DialogUser {

    /** Whose dialog it is. */
    PortalId portal();

    /** The leg that it is, or an empty one. */
    LegId leg();

    /** Whether somebody has answered. */
    boolean isConfirmed();

    /** Takes a request. */
    void request(ServerTransaction transaction);

    /** Takes the ACK of a 2xx. */
    void acknowledged(SipRequest ack);
}
