package org.patchbay.web.entry;

import java.net.InetAddress;
import java.util.Locale;
import org.patchbay.api.Network;

/**
 * The place a request was sent to, as the client sees it.
 *
 * @param scheme http or https
 * @param host lower case, IPv6 addresses without brackets
 * @param port -1 for the scheme's own
 */
public record Origin(String scheme, String host, int port) {

    /** Reads scheme and {@code Host} header; a port that is the scheme's own counts as none. */
    static Origin of(String scheme, String authority) {
        var text = authority.toLowerCase(Locale.ROOT);
        var bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        var colon = text.indexOf(':', Math.max(0, bracket));
        var host = bracket > 0 ? text.substring(1, bracket) : colon < 0 ? text : text.substring(0, colon);
        return new Origin(scheme, host, port(scheme, colon < 0 ? "" : text.substring(colon + 1)));
    }

    /** Whether it is HTTPS. */
    public boolean secure() {
        return scheme.equals("https");
    }

    /** Whether browsers trust it although it is not secure: the machine itself. */
    boolean local() {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || Network.address(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** As the header {@code Origin} writes it. */
    public String text() {
        return scheme + "://" + authority();
    }

    String authority() {
        return (host.contains(":") ? "[" + host + "]" : host) + (port < 0 ? "" : ":" + port);
    }

    private static int port(String scheme, String text) {
        if (!text.matches("[0-9]{1,5}")) {
            return -1;
        }
        var port = Integer.parseInt(text);
        return port == (scheme.equals("https") ? 443 : 80) ? -1 : port;
    }
}
