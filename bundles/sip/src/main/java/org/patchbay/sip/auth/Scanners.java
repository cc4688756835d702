package org.patchbay.sip.auth;

import java.util.List;
import java.util.Locale;
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
        if (agent.isEmpty()) {
            return false;
        }
        String lower = agent.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lower::startsWith);
    }
}
