package org.patchbay.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Names of headers: the known ones in one spelling whatever the case, compact forms written out (RFC 3261, section 7.3.3).
 * Those that are known can be compared by identity. Thread-safe.
 */
public final class HeaderName {

    public static final String ACCEPT = "Accept";
    public static final String ALERT_INFO = "Alert-Info";
    public static final String ALLOW = "Allow";
    public static final String ALLOW_EVENTS = "Allow-Events";
    public static final String AUTHORIZATION = "Authorization";
    public static final String CALL_ID = "Call-ID";
    public static final String CALL_INFO = "Call-Info";
    public static final String CONTACT = "Contact";
    public static final String CONTENT_ENCODING = "Content-Encoding";
    public static final String CONTENT_LENGTH = "Content-Length";
    public static final String CONTENT_TYPE = "Content-Type";
    public static final String CSEQ = "CSeq";
    public static final String DATE = "Date";
    public static final String DIVERSION = "Diversion";
    public static final String EVENT = "Event";
    public static final String EXPIRES = "Expires";
    public static final String FROM = "From";
    public static final String MAX_FORWARDS = "Max-Forwards";
    public static final String MIN_EXPIRES = "Min-Expires";
    public static final String MIN_SE = "Min-SE";
    public static final String P_ASSERTED_IDENTITY = "P-Asserted-Identity";
    public static final String PATH = "Path";
    public static final String PRIVACY = "Privacy";
    public static final String PROXY_AUTHENTICATE = "Proxy-Authenticate";
    public static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    public static final String PROXY_REQUIRE = "Proxy-Require";
    public static final String RACK = "RAck";
    public static final String REASON = "Reason";
    public static final String RECORD_ROUTE = "Record-Route";
    public static final String REFER_TO = "Refer-To";
    public static final String REFERRED_BY = "Referred-By";
    public static final String REPLACES = "Replaces";
    public static final String REQUIRE = "Require";
    public static final String RETRY_AFTER = "Retry-After";
    public static final String ROUTE = "Route";
    public static final String RSEQ = "RSeq";
    public static final String SERVER = "Server";
    public static final String SESSION_EXPIRES = "Session-Expires";
    public static final String SUBJECT = "Subject";
    public static final String SUBSCRIPTION_STATE = "Subscription-State";
    public static final String SUPPORTED = "Supported";
    public static final String TO = "To";
    public static final String UNSUPPORTED = "Unsupported";
    public static final String USER_AGENT = "User-Agent";
    public static final String VIA = "Via";
    public static final String WARNING = "Warning";
    public static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private static final String[] KNOWN = {
        ACCEPT,
        ALERT_INFO,
        ALLOW,
        ALLOW_EVENTS,
        AUTHORIZATION,
        CALL_ID,
        CALL_INFO,
        CONTACT,
        CONTENT_ENCODING,
        CONTENT_LENGTH,
        CONTENT_TYPE,
        CSEQ,
        DATE,
        DIVERSION,
        EVENT,
        EXPIRES,
        FROM,
        MAX_FORWARDS,
        MIN_EXPIRES,
        MIN_SE,
        P_ASSERTED_IDENTITY,
        PATH,
        PRIVACY,
        PROXY_AUTHENTICATE,
        PROXY_AUTHORIZATION,
        PROXY_REQUIRE,
        RACK,
        REASON,
        RECORD_ROUTE,
        REFER_TO,
        REFERRED_BY,
        REPLACES,
        REQUIRE,
        RETRY_AFTER,
        ROUTE,
        RSEQ,
        SERVER,
        SESSION_EXPIRES,
        SUBJECT,
        SUBSCRIPTION_STATE,
        SUPPORTED,
        TO,
        UNSUPPORTED,
        USER_AGENT,
        VIA,
        WARNING,
        WWW_AUTHENTICATE
    };

    /** The registered compact forms; their letters stand for the whole name. */
    private static final Map<Character, String> COMPACT = Map.ofEntries(
            Map.entry('a', "Accept-Contact"),
            Map.entry('b', REFERRED_BY),
            Map.entry('c', CONTENT_TYPE),
            Map.entry('d', "Request-Disposition"),
            Map.entry('e', CONTENT_ENCODING),
            Map.entry('f', FROM),
            Map.entry('i', CALL_ID),
            Map.entry('j', "Reject-Contact"),
            Map.entry('k', SUPPORTED),
            Map.entry('l', CONTENT_LENGTH),
            Map.entry('m', CONTACT),
            Map.entry('n', "Identity-Info"),
            Map.entry('o', EVENT),
            Map.entry('r', REFER_TO),
            Map.entry('s', SUBJECT),
            Map.entry('t', TO),
            Map.entry('u', ALLOW_EVENTS),
            Map.entry('v', VIA),
            Map.entry('x', SESSION_EXPIRES),
            Map.entry('y', "Identity"));

    private static final int SLOTS = 256;
    private static final String[][] TABLE = table();

    private HeaderName() {}

    /** The one spelling of a name, out of bytes, without a copy where it is known. */
    static String of(byte[] bytes, int from, int to) {
        if (to - from == 1) {
            String whole = COMPACT.get((char) (bytes[from] | 0x20));
            if (whole != null) {
                return whole;
            }
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + (bytes[i] | 0x20);
        }
        for (String known : TABLE[slot(hash)]) {
            if (matches(known, bytes, from, to)) {
                return known;
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** The one spelling of a name. */
    public static String of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    private static boolean matches(String known, byte[] bytes, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ((known.charAt(i - from) | 0x20) != (bytes[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static String[][] table() {
        var table = new String[SLOTS][];
        java.util.Arrays.fill(table, new String[0]);
        for (String known : KNOWN) {
            int hash = 0;
            for (char letter : known.toLowerCase(Locale.ROOT).toCharArray()) {
                hash = hash * 31 + (letter | 0x20);
            }
            String[] there = table[slot(hash)];
            String[] more = java.util.Arrays.copyOf(there, there.length + 1);
            more[there.length] = known;
            table[slot(hash)] = more;
        }
        return table;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 8) ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
