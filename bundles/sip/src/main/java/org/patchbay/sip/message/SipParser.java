package org.patchbay.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads messages (RFC 3261, section 7). The bytes become the message's own: values are taken out of them when somebody
 * asks. Thread-safe.
 */
public final class SipParser {

    /** The longest message that is read, in bytes. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final int LONGEST_START = 4096;
    private static final String VERSION = "SIP/2.0";

    private SipParser() {}

    /**
     * Reads one message that ends where the bytes end, as a datagram does.
     *
     * @throws SipSyntaxException if it is none
     */
    public static SipMessage parse(byte[] bytes, int limit) throws SipSyntaxException {
        if (limit > MOST_BYTES || limit > bytes.length) {
            throw new SipSyntaxException(513, "Message Too Large", Optional.empty());
        }
        int start = 0;
        while (start < limit && (bytes[start] == '\r' || bytes[start] == '\n')) {
            start++;
        }
        int end = lineEnd(bytes, start, limit);
        if (end - start < 10 || end - start > LONGEST_START) {
            throw new SipSyntaxException(400, "Bad Start Line", Optional.empty());
        }
        var headers = new Headers(bytes);
        Optional<String> fault = Optional.empty();
        int at = next(bytes, end, limit);
        while (at < limit && !isEnd(bytes, at)) {
            int lineEnd = lineEnd(bytes, at, limit);
            if (!line(bytes, at, lineEnd, headers)) {
                fault = Optional.of("Bad Header");
            }
            if (headers.size() > Headers.MOST) {
                throw new SipSyntaxException(513, "Message Too Large", Optional.empty());
            }
            at = next(bytes, lineEnd, limit);
        }
        int bodyStart = Math.min(limit, next(bytes, at, limit));
        byte[] body = bodyStart < limit ? Arrays.copyOfRange(bytes, bodyStart, limit) : new byte[0];
        String first = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return first.startsWith("SIP/")
                ? response(first, headers, cut(headers, body), fault)
                : request(first, headers, cut(headers, body), body, fault);
    }

    private static boolean isEnd(byte[] bytes, int at) {
        return bytes[at] == '\r' || bytes[at] == '\n';
    }

    private static int lineEnd(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private static int next(byte[] bytes, int lineEnd, int limit) {
        int i = lineEnd;
        if (i < limit && bytes[i] == '\r') {
            i++;
        }
        if (i < limit && bytes[i] == '\n') {
            i++;
        }
        return i;
    }

    private static boolean line(byte[] bytes, int from, int to, Headers headers) {
        int end = to;
        while (end > from && isSpace(bytes[end - 1])) {
            end--;
        }
        if (isSpace(bytes[from])) {
            int start = skip(bytes, from, end);
            if (headers.size() == 0) {
                return false;
            }
            headers.fold(start, end);
            return true;
        }
        int colon = from;
        while (colon < end && bytes[colon] != ':') {
            colon++;
        }
        int nameEnd = colon;
        while (nameEnd > from && isSpace(bytes[nameEnd - 1])) {
            nameEnd--;
        }
        if (colon == end || nameEnd == from || !isName(bytes, from, nameEnd)) {
            return false;
        }
        headers.read(HeaderName.of(bytes, from, nameEnd), skip(bytes, colon + 1, end), end);
        return true;
    }

    private static boolean isName(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static int skip(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && isSpace(bytes[i])) {
            i++;
        }
        return i;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    /** The body as long as the message says it is; what follows is none of it (RFC 3261, section 18.3). */
    private static byte[] cut(Headers headers, byte[] body) {
        long length = headers.number(HeaderName.CONTENT_LENGTH).orElse((long) body.length);
        return length < body.length ? Arrays.copyOf(body, (int) length) : body;
    }

    private static SipResponse response(String line, Headers headers, byte[] body, Optional<String> fault)
            throws SipSyntaxException {
        int space = line.indexOf(' ');
        String code = space < 0 ? "" : line.substring(space + 1).split(" ", 2)[0];
        if (fault.isPresent() || !line.startsWith(VERSION + ' ') || !code.matches("[1-6][0-9]{2}")) {
            throw new SipSyntaxException(400, "Bad Response", Optional.empty());
        }
        String reason = line.length() > space + 5 ? line.substring(space + 5) : "";
        return new SipResponse(Integer.parseInt(code), reason, headers, body);
    }

    private static SipRequest request(String line, Headers headers, byte[] body, byte[] whole, Optional<String> fault)
            throws SipSyntaxException {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first < 1
                || !Tokens.isToken(line.substring(0, first))
                || !line.substring(last + 1).startsWith("SIP/")) {
            boolean spaced = first > 0 && line.contains(" SIP/2.0");
            throw new SipSyntaxException(
                    400,
                    "Bad Request Line",
                    spaced
                            ? Optional.of(new SipRequest(line.substring(0, first), "", headers, body))
                            : Optional.empty());
        }
        String uri = line.substring(first + 1, Math.max(first + 1, last));
        var request = new SipRequest(line.substring(0, first), uri, headers, body);
        if (!line.substring(last + 1).equals(VERSION)) {
            throw new SipSyntaxException(505, "Version Not Supported", Optional.of(request));
        }
        if (uri.isEmpty() || uri.indexOf(' ') >= 0 || uri.indexOf('\t') >= 0) {
            throw new SipSyntaxException(400, "Bad Request-URI", Optional.of(request));
        }
        if (fault.isPresent()) {
            throw new SipSyntaxException(400, fault.get(), Optional.of(request));
        }
        String length = headers.text(HeaderName.CONTENT_LENGTH);
        if (!length.isEmpty()
                && Tokens.number(length).filter(n -> n <= whole.length).isEmpty()) {
            throw new SipSyntaxException(400, "Bad Content-Length", Optional.of(request));
        }
        return request;
    }
}
