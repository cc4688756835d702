package org.patchbay.sip.message;

import java.util.List;
import java.util.Optional;

/** What a message that can be read must have besides (RFC 3261, sections 8.1.1 and 8.2). Thread-safe. */
public final class MessageRules {

    private static final List<String> ONCE =
            List.of(HeaderName.FROM, HeaderName.TO, HeaderName.CALL_ID, HeaderName.CSEQ, HeaderName.MAX_FORWARDS);
    private static final List<String> NEEDED =
            List.of(HeaderName.VIA, HeaderName.FROM, HeaderName.TO, HeaderName.CALL_ID, HeaderName.CSEQ);
    private static final List<String> PARTED =
            List.of(HeaderName.VIA, HeaderName.CONTACT, HeaderName.FROM, HeaderName.TO);
    private static final int LONGEST = 512;
    private static final long MOST_FORWARDS = 255;

    private MessageRules() {}

    /** How a request is refused. Immutable. */
    public record Fault(int status, String reason) {}

    /** What is wrong with a request; empty if nothing is. */
    public static Optional<Fault> check(SipRequest request) {
        Headers headers = request.headers();
        for (String name : NEEDED) {
            if (headers.text(name).isBlank()) {
                return bad("Missing " + name);
            }
        }
        for (String name : ONCE) {
            if (headers.count(name) > 1) {
                return bad("Several " + name);
            }
        }
        if (request.via().isEmpty()) {
            return bad("Bad Via");
        }
        Optional<CSeq> cseq = request.cseq();
        if (cseq.isEmpty() || !cseq.get().method().equals(request.method())) {
            return bad("Bad CSeq");
        }
        if (!isAddress(request.from()) || !isAddress(request.to())) {
            return bad("Bad From or To");
        }
        if (request.callId().length() > LONGEST || request.fromTag().length() > LONGEST) {
            return bad("Too Long");
        }
        return target(request).or(() -> values(request));
    }

    private static Optional<Fault> target(SipRequest request) {
        int colon = request.uri().indexOf(':');
        if (colon < 1 || !Tokens.isToken(request.uri().substring(0, colon))) {
            return bad("Bad Request-URI");
        }
        String scheme = request.uri().substring(0, colon);
        if (!scheme.equalsIgnoreCase("sip") && !scheme.equalsIgnoreCase("sips")) {
            return Optional.of(new Fault(416, "Unsupported URI Scheme"));
        }
        boolean good = request.target().filter(uri -> uri.headers().isEmpty()).isPresent();
        return good ? Optional.empty() : bad("Bad Request-URI");
    }

    private static Optional<Fault> values(SipRequest request) {
        Headers headers = request.headers();
        for (int line = 0; line < headers.size(); line++) {
            if (PARTED.contains(headers.name(line)) && hasEmptyPart(headers.value(line))) {
                return bad("Empty Part in " + headers.name(line));
            }
        }
        String forwards = headers.text(HeaderName.MAX_FORWARDS).strip();
        if (!forwards.isEmpty()) {
            Optional<Long> number = Tokens.number(forwards).filter(n -> n <= MOST_FORWARDS);
            if (number.isEmpty()) {
                return bad("Bad Max-Forwards");
            }
            if (number.get() == 0 && !request.is("OPTIONS") && !request.is("REGISTER")) {
                return Optional.of(new Fault(483, "Too Many Hops"));
            }
        }
        if (headers.count(HeaderName.CONTENT_LENGTH) > 1 || headers.count(HeaderName.CONTENT_TYPE) > 1) {
            return bad("Several of One");
        }
        for (String contact : headers.values(HeaderName.CONTACT)) {
            if (!contact.equals("*") && !isAddress(NameAddr.parse(contact))) {
                return bad("Bad Contact");
            }
        }
        if (request.body().length > 0 && headers.text(HeaderName.CONTENT_TYPE).isBlank()) {
            return bad("Missing Content-Type");
        }
        return Optional.empty();
    }

    /** Whether nothing stands between two separators, or after the last one. */
    private static boolean hasEmptyPart(String value) {
        boolean quoted = false;
        boolean bracketed = false;
        boolean empty = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (bracketed) {
                bracketed = c != '>';
            } else if (c == ';' || c == ',') {
                if (empty) {
                    return true;
                }
                empty = true;
            } else if (c != ' ' && c != '\t') {
                quoted = c == '"';
                bracketed = c == '<';
                empty = false;
            }
        }
        return empty;
    }

    /** Whether a response can belong to a request. */
    public static boolean fits(SipResponse response) {
        return response.via().isPresent()
                && response.cseq().isPresent()
                && !response.callId().isEmpty()
                && isAddress(response.from())
                && isAddress(response.to());
    }

    private static boolean isAddress(Optional<NameAddr> read) {
        return read.filter(found ->
                        found.address().indexOf(':') > 0 && found.address().indexOf(' ') < 0)
                .isPresent();
    }

    private static Optional<Fault> bad(String reason) {
        return Optional.of(new Fault(400, reason));
    }
}
