package org.patchbay.sip.auth;

import java.util.List;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;

/** Programs that look for open doors, by the names they give themselves. */
final class Scanners {

    private static final List<String> NAMES = List.of(
            "friendly-scanner",
            "friendly-request",
            "sipvicious",
            "sipcli",
            "sip-scan",
            "sipscan",
            "sundayddr",
            "iwar",
            "sivus",
            "smap",
            "vaxsipuseragent",
            "pplsip",
            "siparmyknife",
            "gulp",
            "sipptk");

    private Scanners() {}

    static boolean sent(SipRequest request) {
        String agent = request.headers().text(HeaderName.USER_AGENT);
        for (String name : NAMES) {
            if (agent.regionMatches(true, 0, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }
}
