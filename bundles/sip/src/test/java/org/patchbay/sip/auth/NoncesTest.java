package org.patchbay.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.cluster.MovableClock;

/** Whose nonce is good for what. */
class NoncesTest {

    private static final String REALM = "one.example";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T10:00:00Z"));
    private final Nonces nonces = new Nonces(clock, Duration.ofMinutes(5), 100);

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itIsGoodFromWhereItWasGivenToAndInItsRealmAlone() {
        String nonce = nonces.issue(REALM, address("192.0.2.1"));
        assertThat(nonces.look(nonce, REALM, address("192.0.2.1"))).isEqualTo(Nonces.Verdict.GOOD);
        assertThat(nonces.look(nonce, REALM, address("192.0.2.2"))).isEqualTo(Nonces.Verdict.FORGED);
        assertThat(nonces.look(nonce, "two.example", address("192.0.2.1"))).isEqualTo(Nonces.Verdict.FORGED);
        assertThat(nonces.use(nonce, REALM, address("192.0.2.2"), 1)).isEqualTo(Nonces.Verdict.FORGED);
        assertThat(nonces.use(nonce, REALM, address("192.0.2.1"), 1)).isEqualTo(Nonces.Verdict.GOOD);
        assertThat(nonces.use(nonce, REALM, address("192.0.2.1"), 1)).isEqualTo(Nonces.Verdict.STALE);
    }

    @Test
    void aPhoneMayChangeItsIpv6AddressWithinItsNetwork() {
        String nonce = nonces.issue(REALM, address("2001:db8:1:2::1"));
        assertThat(nonces.look(nonce, REALM, address("2001:db8:1:2:aaaa::7"))).isEqualTo(Nonces.Verdict.GOOD);
        assertThat(nonces.look(nonce, REALM, address("2001:db8:1:3::1"))).isEqualTo(Nonces.Verdict.FORGED);
    }

    @Test
    void itGetsOld() {
        String nonce = nonces.issue(REALM, address("192.0.2.1"));
        clock.pass(Duration.ofMinutes(5).plusMillis(1));
        assertThat(nonces.look(nonce, REALM, address("192.0.2.1"))).isEqualTo(Nonces.Verdict.STALE);
    }
}
