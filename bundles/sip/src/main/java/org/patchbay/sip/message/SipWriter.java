package org.patchbay.sip.message;

import java.nio.charset.StandardCharsets;

/** Writes messages (RFC 3261, section 7). Thread-safe. */
public final class SipWriter {

    private static final int USUAL = 1024;

    private SipWriter() {}

    /** The bytes of a message; its length is written anew. */
    public static byte[] write(SipMessage message) {
        var out = new StringBuilder(USUAL);
        if (message instanceof SipRequest request) {
            out.append(request.method()).append(' ').append(request.uri()).append(" SIP/2.0\r\n");
        } else if (message instanceof SipResponse response) {
            out.append("SIP/2.0 ").append(response.status()).append(' ');
            out.append(response.reason()).append("\r\n");
        }
        Headers headers = message.headers();
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.name(i).equals(HeaderName.CONTENT_LENGTH)) {
                out.append(headers.name(i)).append(": ");
                line(out, headers.value(i));
            }
        }
        byte[] body = message.body();
        out.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        byte[] head = out.toString().getBytes(StandardCharsets.UTF_8);
        if (body.length == 0) {
            return head;
        }
        byte[] whole = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }

    /** One line, whatever the value has in it: nobody smuggles a header in. */
    private static void line(StringBuilder out, String value) {
        if (value.indexOf('\r') < 0 && value.indexOf('\n') < 0) {
            out.append(value);
        } else {
            out.append(value.replace('\r', ' ').replace('\n', ' '));
        }
        out.append("\r\n");
    }
}
