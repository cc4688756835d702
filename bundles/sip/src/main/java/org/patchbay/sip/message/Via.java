package org.patchbay.sip.message;

import java.util.Locale;
import java.util.Optional;

/**
 * One hop of a request (RFC 3261, section 20.42). Immutable.
 *
 * @param transport upper case
 * @param port 0 when not given
 */
public record Via(String transport, String host, int port, Params params) {

    /** What a branch of this RFC begins with. */
    public static final String COOKIE = "z9hG4bK";

    /** The first one of a line. */
    static Optional<Via> first(String line) {
        return parse(
                line.indexOf(',') < 0
                        ? line
                        : Tokens.split(line, ',').stream().findFirst().orElse(""));
    }

    /** Reads one. */
    public static Optional<Via> parse(String text) {
        int semicolon = text.indexOf(';');
        String head = semicolon < 0 ? text : text.substring(0, semicolon);
        int first = head.indexOf('/');
        int second = head.indexOf('/', first + 1);
        if (first < 0 || second < 0) {
            return Optional.empty();
        }
        String protocol = head.substring(0, first).strip();
        String version = head.substring(first + 1, second).strip();
        String rest = head.substring(second + 1).strip();
        int space = 0;
        while (space < rest.length() && rest.charAt(space) > ' ') {
            space++;
        }
        String transport = rest.substring(0, space).toUpperCase(Locale.ROOT);
        if (!protocol.equalsIgnoreCase("SIP") || !version.equals("2.0") || !Tokens.isToken(transport)) {
            return Optional.empty();
        }
        String spaced = rest.substring(space).strip();
        String place = spaced.indexOf(' ') < 0 ? spaced : spaced.replaceAll("\\s*:\\s*", ":");
        Params params = semicolon < 0 ? Params.NONE : Params.parse(text.substring(semicolon + 1));
        return SipUri.HostPort.parse(place).map(found -> new Via(transport, found.host(), found.port(), params));
    }

    /** The branch; empty when there is none. */
    public String branch() {
        return params.text("branch");
    }

    /** Where the request says it was sent from, as one text. */
    public String sentBy() {
        return new SipUri.HostPort(host, port).toString();
    }

    /** With the address that it came from (RFC 3261, section 18.2.1; RFC 3581, section 4). */
    public Via cameFrom(String address, int fromPort) {
        Params more = params.has("rport") ? params.with("rport", String.valueOf(fromPort)) : params;
        boolean same = host.equals(address);
        return new Via(
                transport,
                host,
                port,
                same && !params.has("rport")
                        ? more
                        : more.with("received", address.indexOf(':') >= 0 ? '[' + address + ']' : address));
    }

    @Override
    public String toString() {
        return "SIP/2.0/" + transport + ' ' + sentBy() + params;
    }
}
