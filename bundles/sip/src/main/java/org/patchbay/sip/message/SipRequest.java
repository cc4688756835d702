package org.patchbay.sip.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request (RFC 3261, section 7.1). */
public final class SipRequest implements SipMessage {

    private final String method;
    private final String uri;
    private final Headers headers;
    private final byte[] body;
    private @Nullable SipUri target;

    public SipRequest(String method, String uri, Headers headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /** One without a body. */
    public SipRequest(String method, String uri, Headers headers) {
        this(method, uri, headers, new byte[0]);
    }

    public String method() {
        return method;
    }

    /** The Request-URI as it is written. */
    public String uri() {
        return uri;
    }

    @Override
    public Headers headers() {
        return headers;
    }

    @Override
    public byte[] body() {
        return body;
    }

    /** The Request-URI, if it is one of SIP; read once if it is one, however often it is asked for. */
    public Optional<SipUri> target() {
        SipUri known = target;
        if (known == null) {
            known = SipUri.parse(uri).orElse(null);
            target = known;
        }
        return Optional.ofNullable(known);
    }

    /** Whether it is of this method; methods have regard to case. */
    public boolean is(String name) {
        return method.equals(name);
    }

    /** Writes into the uppermost Via where it came from (RFC 3261, section 18.2.1; RFC 3581, section 4). */
    public void cameFrom(String address, int port) {
        via().ifPresent(via -> {
            Via stamped = via.cameFrom(address, port);
            String line = headers.text(HeaderName.VIA);
            int comma = line.indexOf(',');
            String rest = comma < 0 ? "" : line.substring(comma);
            headers.set(HeaderName.VIA, stamped + rest, stamped);
        });
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
