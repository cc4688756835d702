package org.patchbay.sip.auth;

import org.patchbay.sip.message.SipResponse;

/** What becomes of a request outside of a dialog. */
public sealed interface Verdict {

    /** It is heard. */
    record Known(Identity identity) implements Verdict {}

    /** It is answered with this, and nothing is remembered of it. */
    record Answered(SipResponse response) implements Verdict {}

    /** It is met with silence. */
    record Silence() implements Verdict {}
}
