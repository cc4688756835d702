package org.patchbay.sip.message;

import java.util.Optional;

/** A request (RFC 3261, section 7.1). */
@SuppressWarnings("ArrayRecordComponent") // a body is bytes, and nobody compares messages
public record SipRequest(String method, String uri, Headers headers, byte[] body) implements SipMessage {

    /** One without a body. */
    public SipRequest(String method, String uri, Headers headers) {
        this(method, uri, headers, new byte[0]);
    }

    /** The Request-URI, if it is one of SIP. */
    public Optional<SipUri> target() {
        return SipUri.parse(uri);
    }

    /** Whether it is of this method; methods have regard to case. */
    public boolean is(String name) {
        return method.equals(name);
    }

    /**
     * An answer to it (RFC 3261, section 8.2.6.2); a tag is added to To unless it has one. Proxies that stay in the way of what
     * begins are named to the far end (section 12.1.1).
     */
    public SipResponse answer(int status, String reason, String tag) {
        var answer = new Headers();
        answer.copy(HeaderName.VIA, headers);
        answer.add(HeaderName.FROM, headers.text(HeaderName.FROM));
        String to = headers.text(HeaderName.TO);
        answer.add(HeaderName.TO, tag.isEmpty() || !toTag().isEmpty() ? to : to + ";tag=" + tag);
        answer.add(HeaderName.CALL_ID, callId());
        answer.add(HeaderName.CSEQ, headers.text(HeaderName.CSEQ));
        if (status > 100 && status < 300) {
            answer.copy(HeaderName.RECORD_ROUTE, headers);
        }
        return new SipResponse(status, reason, answer);
    }

    @Override
    public String toString() {
        return method;
    }
}
