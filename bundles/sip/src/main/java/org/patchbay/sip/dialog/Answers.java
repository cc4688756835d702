package org.patchbay.sip.dialog;

import java.nio.charset.StandardCharsets;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;

/** What this server says it can do. */
public final class Answers {

    /** The methods that are understood within and outside of dialogs. */
    public static final String METHODS =
            "INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, SUBSCRIBE, NOTIFY, REFER, INFO, MESSAGE, PRACK, UPDATE";

    /** The extensions that are understood. */
    public static final String EXTENSIONS = "100rel, replaces, timer, norefersub";

    static final String SDP = "application/sdp";

    private Answers() {}

    /** An INVITE or a re-INVITE that carries an offer. */
    static SipRequest offering(SipRequest request, String description) {
        request.headers().add(HeaderName.ALLOW, METHODS);
        request.headers().add(HeaderName.SUPPORTED, EXTENSIONS);
        request.headers().add(HeaderName.CONTENT_TYPE, SDP);
        return new SipRequest(
                request.method(), request.uri(), request.headers(), description.getBytes(StandardCharsets.UTF_8));
    }

    /** The answer with what this server can do. */
    static SipResponse able(SipResponse answer, String contact) {
        answer.headers().add(HeaderName.CONTACT, contact);
        answer.headers().add(HeaderName.ALLOW, METHODS);
        answer.headers().add(HeaderName.SUPPORTED, EXTENSIONS);
        return answer;
    }

    static SipResponse describing(SipResponse answer, String description) {
        return answer.carrying(SDP, description.getBytes(StandardCharsets.UTF_8));
    }
}
