package org.patchbay.sip.message;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code sip:} or {@code sips:} address (RFC 3261, section 19.1). Immutable.
 *
 * @param user without escapes; empty when there is none
 * @param host lower case; of IPv6 without brackets
 * @param port 0 when not given
 * @param headers what follows the question mark, as it is written
 */
public record SipUri(String scheme, String user, String host, int port, Params params, String headers) {

    private static final int LONGEST = 2048;
    private static final int MOST_PORT = 65_535;
    private static final String PLAIN = "-_.!~*'()&=+$,;?/";

    /** A plain one. */
    public static SipUri of(String user, String host, int port) {
        return new SipUri("sip", user, host, port, Params.NONE, "");
    }

    /** Reads an address; empty if it is none, of another scheme for instance. */
    public static Optional<SipUri> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 3 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!(scheme.equals("sip") || scheme.equals("sips")) || !isClean(text)) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        int at = rest.lastIndexOf('@');
        String user = at < 0 ? "" : rest.substring(0, at);
        String after = rest.substring(at + 1);
        int question = after.indexOf('?');
        String headers = question < 0 ? "" : after.substring(question + 1);
        String hostAndParams = question < 0 ? after : after.substring(0, question);
        int semicolon = hostAndParams.indexOf(';');
        String place = semicolon < 0 ? hostAndParams : hostAndParams.substring(0, semicolon);
        Params params = semicolon < 0 ? Params.NONE : Params.parse(hostAndParams.substring(semicolon + 1));
        int secret = user.indexOf(':');
        Optional<String> name = unescape(secret < 0 ? user : user.substring(0, secret));
        return HostPort.parse(place)
                .flatMap(found ->
                        name.map(plain -> new SipUri(scheme, plain, found.host(), found.port(), params, headers)));
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '<' || c == '>' || c == '"' || c == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** A header that goes with the address ({@code ?Replaces=…}), without escapes. */
    public Optional<String> header(String name) {
        for (String part : headers.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).equalsIgnoreCase(name)) {
                return unescape(part.substring(equals + 1));
            }
        }
        return Optional.empty();
    }

    /** Without what must not stand in a Request-URI (RFC 3261, section 19.1.1). */
    public SipUri asTarget() {
        return headers.isEmpty() ? this : new SipUri(scheme, user, host, port, params, "");
    }

    /** The text without its escapes ({@code %41}); empty if they are none. */
    static Optional<String> unescape(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(in.length);
        for (int i = 0; i < in.length; i++) {
            if (in[i] != '%') {
                out.put(in[i]);
                continue;
            }
            int high = i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = i + 2 < in.length ? Character.digit(in[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return Optional.empty();
            }
            out.put((byte) ((high << 4) | low));
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.of(new String(out.array(), 0, out.limit(), StandardCharsets.ISO_8859_1));
        }
    }

    /** The text with escapes for what may not stand in the user part. */
    public static String escape(String user) {
        var out = new StringBuilder(user.length());
        for (byte b : user.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (Tokens.isAlphanumeric(c) || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)));
                out.append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    @Override
    public String toString() {
        var out = new StringBuilder(64).append(scheme).append(':');
        if (!user.isEmpty()) {
            out.append(escape(user)).append('@');
        }
        out.append(new HostPort(host, port)).append(params);
        return headers.isEmpty()
                ? out.toString()
                : out.append('?').append(headers).toString();
    }

    /** A host and perhaps its port. Immutable. */
    record HostPort(String host, int port) {

        static Optional<HostPort> parse(String text) {
            boolean six = text.startsWith("[");
            int end = six ? text.indexOf(']') + 1 : text.indexOf(':');
            if (six && end == 0) {
                return Optional.empty();
            }
            String host = end < 0 ? text : text.substring(0, end);
            String rest = end < 0 ? "" : text.substring(end);
            String plain = (six ? host.substring(1, host.length() - 1) : host).toLowerCase(Locale.ROOT);
            if (plain.isEmpty() || !isHost(plain, six)) {
                return Optional.empty();
            }
            if (rest.isEmpty()) {
                return Optional.of(new HostPort(plain, 0));
            }
            return rest.charAt(0) != ':'
                    ? Optional.empty()
                    : Tokens.number(rest.substring(1))
                            .filter(port -> port > 0 && port <= MOST_PORT)
                            .map(port -> new HostPort(plain, port.intValue()));
        }

        private static boolean isHost(String host, boolean six) {
            for (int i = 0; i < host.length(); i++) {
                char c = host.charAt(i);
                boolean plain = Tokens.isAlphanumeric(c) || c == '.' || c == '-' || c == '_';
                if (!plain && !(six && (c == ':' || c == '%'))) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String toString() {
            String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
            return port == 0 ? name : name + ":" + port;
        }
    }
}
