package org.patchbay.sip.transaction;

import java.net.InetAddress;
import org.patchbay.sip.message.SipRequest;

/** Says who is met with silence. Thread-safe. */
public interface Doorkeeper {

    /** Whether nothing from there is even read. */
    boolean isBlocked(InetAddress address);

    /** Whether a request comes from a program that looks for open doors. */
    boolean isScan(SipRequest request);
}
