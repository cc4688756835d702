package org.patchbay.sip.message;

import java.util.Optional;

/** What came is no message that can be read. */
public final class SipSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<SipRequest> request;

    SipSyntaxException(int status, String reason, Optional<SipRequest> request) {
        super(reason, null, false, false);
        this.status = status;
        this.request = request;
    }

    /** How it is answered, if it is. */
    public int status() {
        return status;
    }

    /** The request as far as it could be read; empty if nothing can be answered. */
    public Optional<SipRequest> request() {
        return request;
    }
}
