package org.patchbay.identity.passkey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.identity.session.Secret;

/**
 * Challenges for passkeys that need no memory until they are answered: the token holds the challenge, sealed, so that
 * whoever asks for many costs nothing. Each is good once, for five minutes. Thread-safe.
 */
@Component(service = Questions.class)
public final class Questions {

    private static final String FIELD = "passkey-question";
    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int BITS = 256;
    private static final int LONGEST_TOKEN = 1000;
    private static final byte[] USED = "used".getBytes(StandardCharsets.US_ASCII);

    private final Secrets secrets;
    private final ClusterMap used;
    private final Clock clock;

    @Activate
    public Questions(@Reference Secrets secrets, @Reference Cluster cluster) {
        this(secrets, cluster, Clock.systemUTC());
    }

    public Questions(Secrets secrets, Cluster cluster, Clock clock) {
        this.secrets = secrets;
        this.used = cluster.map("passkey-questions-used", VALIDITY.multipliedBy(2));
        this.clock = clock;
    }

    /** A fresh challenge, without a token: for whoever keeps it elsewhere. */
    public static String challenge() {
        return Secret.random(BITS);
    }

    /** Asks; the purpose says who may answer, and for what. */
    Asked ask(PortalId portal, String purpose) {
        String challenge = challenge();
        Instant expires = clock.instant().plus(VALIDITY);
        return new Asked(
                secrets.seal(portal, FIELD, String.join("\n", purpose, challenge, expires.toString())), challenge);
    }

    /** The challenge that is answered, once. */
    String use(PortalId portal, String token, String purpose) {
        String[] parts = open(portal, token).split("\n", -1);
        if (parts.length != 3
                || !parts[0].equals(purpose)
                || !clock.instant().isBefore(Instant.parse(parts[2]))
                || !used.putIfAbsent(Secret.hash(parts[1]), USED)) {
            throw ended();
        }
        return parts[1];
    }

    private String open(PortalId portal, String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw ended();
        }
        try {
            return secrets.open(portal, FIELD, token);
        } catch (PatchbayException | IllegalArgumentException e) {
            throw ended();
        }
    }

    private static PatchbayException ended() {
        return Problem.INVALID.at("/token", "passkey.ended", "was used or has expired");
    }

    /** A challenge and the token that stands for it. */
    record Asked(String token, String challenge) {}
}
