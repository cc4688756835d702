package org.patchbay.sip.message;

/** A response (RFC 3261, section 7.2). */
@SuppressWarnings("ArrayRecordComponent") // a body is bytes, and nobody compares messages
public record SipResponse(int status, String reason, Headers headers, byte[] body) implements SipMessage {

    /** One without a body. */
    public SipResponse(int status, String reason, Headers headers) {
        this(status, reason, headers, new byte[0]);
    }

    /** The same with a body. */
    public SipResponse carrying(String type, byte[] content) {
        headers.set(HeaderName.CONTENT_TYPE, type);
        return new SipResponse(status, reason, headers, content);
    }

    /** Whether more may follow. */
    public boolean isProvisional() {
        return status < 200;
    }

    /** Whether the request was done. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return status + " " + reason;
    }
}
