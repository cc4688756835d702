package org.patchbay.sip.dialog;

import java.util.Map;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.Tokens;

/** Reasons in words (RFC 3261, section 21; RFC 3326). */
public final class Reasons {

    private static final int LONGEST = 200;
    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(100, "Trying"),
            Map.entry(180, "Ringing"),
            Map.entry(181, "Call Is Being Forwarded"),
            Map.entry(182, "Queued"),
            Map.entry(183, "Session Progress"),
            Map.entry(200, "OK"),
            Map.entry(202, "Accepted"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(408, "Request Timeout"),
            Map.entry(410, "Gone"),
            Map.entry(413, "Request Entity Too Large"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(420, "Bad Extension"),
            Map.entry(480, "Temporarily Unavailable"),
            Map.entry(481, "Call/Transaction Does Not Exist"),
            Map.entry(482, "Loop Detected"),
            Map.entry(484, "Address Incomplete"),
            Map.entry(486, "Busy Here"),
            Map.entry(487, "Request Terminated"),
            Map.entry(488, "Not Acceptable Here"),
            Map.entry(500, "Server Internal Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(504, "Server Time-out"),
            Map.entry(513, "Message Too Large"),
            Map.entry(600, "Busy Everywhere"),
            Map.entry(603, "Decline"),
            Map.entry(606, "Not Acceptable"));

    private Reasons() {}

    /** The phrase of a status. */
    public static String of(int status) {
        return PHRASES.getOrDefault(status, "Status " + status);
    }

    /** Why the far end ended it, in its own words if it says any. */
    static String of(SipMessage message, String otherwise) {
        String value = message.headers().text(HeaderName.REASON);
        int semicolon = value.indexOf(';');
        String text = semicolon < 0
                ? ""
                : NameAddr.parse("<sip:x@x>" + value.substring(semicolon))
                        .map(found -> found.params().text("text"))
                        .orElse("");
        String said = text.isEmpty() ? otherwise : text;
        return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    }

    /** As a header says it. */
    static String header(int status, String reason) {
        return "SIP;cause=" + status + ";text=" + Tokens.quote(reason);
    }
}
