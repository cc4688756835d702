package org.patchbay.sip.message;

import java.util.Optional;

/** A request or a response (RFC 3261, section 7). Its headers may be changed until it is sent. */
public sealed interface SipMessage permits SipRequest, SipResponse {

    /** The headers. */
    Headers headers();

    /** The body; empty when there is none. */
    byte[] body();

    /** The call that it belongs to; empty when the message does not say. */
    default String callId() {
        return headers().text(HeaderName.CALL_ID);
    }

    /** Its number; empty when the message has none that can be read. */
    default Optional<CSeq> cseq() {
        return headers().read(HeaderName.CSEQ, CSeq.class, CSeq::parse);
    }

    /** The uppermost hop. */
    default Optional<Via> via() {
        return headers().read(HeaderName.VIA, Via.class, Via::first);
    }

    /** Who sent the first request of the dialog. */
    default Optional<NameAddr> from() {
        return headers().read(HeaderName.FROM, NameAddr.class, NameAddr::parse);
    }

    /** Whom it was for. */
    default Optional<NameAddr> to() {
        return headers().read(HeaderName.TO, NameAddr.class, NameAddr::parse);
    }

    /** The tag of From. */
    default String fromTag() {
        return from().map(NameAddr::tag).orElse("");
    }

    /** The tag of To; empty outside of a dialog. */
    default String toTag() {
        return to().map(NameAddr::tag).orElse("");
    }

    /** The body's type without its parameters, lower case; empty when there is none. */
    default String contentType() {
        String type = headers().text(HeaderName.CONTENT_TYPE);
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(java.util.Locale.ROOT);
    }

    /** The body as text. */
    default String text() {
        return new String(body(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The session description, if that is what it carries. */
    default Optional<String> description() {
        return body().length > 0 && contentType().equals("application/sdp") ? Optional.of(text()) : Optional.empty();
    }
}
