package org.patchbay.identity.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.session.Secret;

/** The sign-ins that are under way, each under the hash of its token, for five minutes and five attempts. Thread-safe. */
@Component(service = Challenges.class)
public final class Challenges {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 5;
    private static final int TOKEN_BITS = 256;
    private static final byte[] USED = "used".getBytes(StandardCharsets.US_ASCII);

    private final ClusterMap open;
    private final Clock clock;

    @Activate
    public Challenges(@Reference Cluster cluster) {
        this(cluster, Clock.systemUTC());
    }

    public Challenges(Cluster cluster, Clock clock) {
        this.open = cluster.map("sign-in-steps", VALIDITY);
        this.clock = clock;
    }

    /** Asks something of somebody; answers the token. */
    Asked ask(
            Person person,
            String address,
            Challenge.Kind kind,
            Optional<String> sealedSecret,
            Optional<String> question) {
        String token = Secret.random(TOKEN_BITS);
        Instant expires = clock.instant().plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS);
        var challenge = new Challenge(person.portal(), person.id(), address, kind, 0, expires, sealedSecret, question);
        open.put(Secret.hash(token), challenge.write());
        return new Asked(token, challenge);
    }

    /** What an answer is for; each asking counts as an attempt. */
    Challenge attempt(PortalId portal, String token, String address, Set<Challenge.Kind> kinds) {
        String key = Secret.hash(token);
        byte[] present = open.get(key).orElseThrow(Challenges::ended);
        if (java.util.Arrays.equals(present, USED)) {
            throw ended();
        }
        Challenge challenge = Challenge.read(present);
        if (!challenge.portal().equals(portal)
                || !challenge.address().equals(address)
                || !kinds.contains(challenge.kind())
                || challenge.attempts() >= ATTEMPTS
                || !clock.instant().isBefore(challenge.expires())
                || !open.replace(key, present, challenge.attempted().write())) {
            throw ended();
        }
        return challenge.attempted();
    }

    /** Takes the challenge away; of several right answers at the same time one gets through. */
    void use(String token, Challenge challenge) {
        if (!open.replace(Secret.hash(token), challenge.write(), USED)) {
            throw ended();
        }
    }

    static PatchbayException ended() {
        return Problem.NOT_FOUND.because("sign-in.step-ended", "This sign-in has ended; begin again");
    }

    /** A challenge just made, and the token that stands for it. */
    record Asked(String token, Challenge challenge) {}
}
