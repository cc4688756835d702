package org.patchbay.sip.auth;

import java.util.List;
import java.util.Optional;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.Tokens;
import org.patchbay.sip.transaction.Randoms;

/** The name and password that a peer asks for (RFC 3261, section 22.2). Immutable. */
public record Credentials(String user, String password) {

    private static final String COUNT = "00000001";

    /** A header that answers a challenge. Immutable. */
    public record Answer(String name, String value) {}

    /** Answers the first challenge that can be answered. */
    public Optional<Answer> answer(SipResponse challenge, String method, String uri) {
        boolean proxy = challenge.status() == 407;
        String asks = proxy ? HeaderName.PROXY_AUTHENTICATE : HeaderName.WWW_AUTHENTICATE;
        String answers = proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION;
        for (int line = 0; line < challenge.headers().size(); line++) {
            if (challenge.headers().name(line).equals(asks)) {
                Optional<Answer> found = DigestFields.parse(challenge.headers().value(line))
                        .flatMap(fields -> fields.algorithm().map(algorithm -> respond(fields, algorithm, method, uri)))
                        .map(value -> new Answer(answers, value));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private String respond(DigestFields challenge, DigestAlgorithm algorithm, String method, String uri) {
        String realm = challenge.get("realm");
        boolean qop = List.of(challenge.get("qop").split("\\s*,\\s*")).contains("auth");
        String cnonce = Randoms.text();
        var fields = new DigestFields(
                qop
                        ? java.util.Map.of(
                                "nonce",
                                challenge.get("nonce"),
                                "uri",
                                uri,
                                "qop",
                                "auth",
                                "nc",
                                COUNT,
                                "cnonce",
                                cnonce)
                        : java.util.Map.of("nonce", challenge.get("nonce"), "uri", uri));
        String response = fields.expected(algorithm, algorithm.hash(user + ':' + realm + ':' + password), method);
        String opaque = challenge.get("opaque");
        return "Digest username=" + Tokens.quote(user) + ", realm=" + Tokens.quote(realm) + ", nonce="
                + Tokens.quote(challenge.get("nonce")) + ", uri=" + Tokens.quote(uri) + ", response=\"" + response
                + "\", algorithm=" + algorithm.label()
                + (opaque.isEmpty() ? "" : ", opaque=" + Tokens.quote(opaque))
                + (qop ? ", qop=auth, nc=" + COUNT + ", cnonce=\"" + cnonce + '"' : "");
    }

    @Override
    public String toString() {
        return "Credentials of " + user;
    }
}
