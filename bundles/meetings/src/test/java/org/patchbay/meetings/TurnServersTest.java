package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TurnServersTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String URLS =
            "stun:turn.example.com, turn:turn.example.com?transport=udp, turns:turn.example.com:443?transport=tcp";

    @Test
    void givesCredentialsThatEnd() {
        var servers = new TurnServers(URLS, "north", Duration.ofHours(12)).serversFor("0000000a", NOW);

        // openssl: printf 1700043200:0000000a | openssl dgst -sha1 -hmac north -binary | base64
        assertThat(servers)
                .containsExactly(
                        new TurnServers.IceServer(List.of("stun:turn.example.com"), Optional.empty(), Optional.empty()),
                        new TurnServers.IceServer(
                                List.of(
                                        "turn:turn.example.com?transport=udp",
                                        "turns:turn.example.com:443?transport=tcp"),
                                Optional.of("1700043200:0000000a"),
                                Optional.of("CTiCNf04AGyTXbQYwn1kcfqtOAk=")));
    }

    @Test
    void isEmptyWhereNothingIsSet() {
        assertThat(TurnServers.none().serversFor("0000000a", NOW)).isEmpty();
    }

    @Test
    void namesTheSettingAtFault() {
        assertThatThrownBy(() -> new TurnServers("turn:turn.example.com", "", Duration.ZERO))
                .hasMessageContaining("PATCHBAY_TURN_SECRET");
        assertThatThrownBy(() -> new TurnServers("http://turn.example.com", "x", Duration.ZERO))
                .hasMessageContaining("PATCHBAY_TURN_URLS: 'http://turn.example.com'");
    }

    @Test
    void relaysAreNamedWithoutWhatItTakesToUseThem() {
        var servers = new TurnServers(
                "stun:stun.acme.test, turn:turn.acme.test?transport=udp,turns:turn.acme.test",
                "secret",
                Duration.ofHours(1));
        assertThat(servers.relays()).containsExactly("turn:turn.acme.test?transport=udp", "turns:turn.acme.test");
        assertThat(TurnServers.none().relays()).isEmpty();
    }
}
