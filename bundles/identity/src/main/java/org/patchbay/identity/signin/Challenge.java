package org.patchbay.identity.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/**
 * What stands between a right password and a session.
 *
 * @param address from which alone it is answered
 * @param attempts made so far
 * @param sealedSecret of the authenticator app that is being set up
 * @param question for a passkey, as base64url
 */
record Challenge(
        PortalId portal,
        PersonId person,
        String address,
        Kind kind,
        int attempts,
        Instant expires,
        Optional<String> sealedSecret,
        Optional<String> question) {

    /** What is asked next. */
    enum Kind {
        /** A code or a passkey. */
        SECOND_FACTOR,
        /** The first code of an authenticator app that is set up now. */
        ENROLMENT,
        /** Another password. */
        NEW_PASSWORD;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Challenge attempted() {
        return new Challenge(portal, person, address, kind, attempts + 1, expires, sealedSecret, question);
    }

    byte[] write() {
        return String.join(
                        "\n",
                        portal.value(),
                        person.value(),
                        address,
                        kind.name(),
                        Integer.toString(attempts),
                        Long.toString(expires.getEpochSecond()),
                        sealedSecret.orElse(""),
                        question.orElse(""))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Challenge read(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        return new Challenge(
                new PortalId(lines[0]),
                new PersonId(lines[1]),
                lines[2],
                Kind.valueOf(lines[3]),
                Integer.parseInt(lines[4]),
                Instant.ofEpochSecond(Long.parseLong(lines[5])),
                optional(lines[6]),
                optional(lines[7]));
    }

    private static Optional<String> optional(String line) {
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }
}
