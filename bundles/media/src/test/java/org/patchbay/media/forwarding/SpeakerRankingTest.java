package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;

class SpeakerRankingTest {

    private static final long PACKET = 20_000_000;

    private final SpeakerRanking ranking = new SpeakerRanking();
    private final Endpoint alice = endpoint("aaaa0001");
    private final Endpoint bob = endpoint("aaaa0002");
    private final Endpoint carol = endpoint("aaaa0003");
    private long now = 1;

    private Endpoint endpoint(String name) {
        var endpoint = new Endpoint(
                new EndpointId(name), EndpointOptions.standard(), new CountingTransport(), new ForwardingCounters(), 0);
        ranking.add(endpoint);
        return endpoint;
    }

    /** Lets time pass, in packets of 20 ms; levels are in -dBov. */
    private void hear(int packets, Map<Endpoint, Integer> levels) {
        for (int i = 0; i < packets; i++) {
            now += PACKET;
            levels.forEach((endpoint, level) -> endpoint.voice().onLevel((byte) (int) level, now));
            ranking.update(now);
        }
    }

    @Test
    void nobodyIsDominantInSilence() {
        hear(100, Map.of(alice, 127, bob, 100));
        assertThat(ranking.dominant()).isNull();
    }

    @Test
    void followsTheOneWhoSpeaks() {
        hear(50, Map.of(bob, 35));
        assertThat(ranking.dominant()).isSameAs(bob);
        assertThat(ranking.order()).startsWith(bob);
        hear(100, Map.of(bob, 127, carol, 35));
        assertThat(ranking.dominant()).isSameAs(carol);
        assertThat(ranking.order()).startsWith(carol, bob);
    }

    @Test
    void staysWithTheSpeakerWhenAnotherIsNoLouder() {
        hear(50, Map.of(alice, 35));
        hear(200, Map.of(alice, 35, bob, 32));
        assertThat(ranking.dominant()).isSameAs(alice);
        assertThat(ranking.order()).startsWith(alice, bob);
        hear(200, Map.of(alice, 50, bob, 20));
        assertThat(ranking.dominant()).isSameAs(bob);
    }

    @Test
    void changesNotMoreOftenThanTheLeastReign() {
        @Nullable Endpoint before = null;
        int changes = 0;
        long start = now;
        for (int turn = 0; turn < 40; turn++) {
            hear(15, turn % 2 == 0 ? Map.of(alice, 10, bob, 127) : Map.of(alice, 127, bob, 10));
            changes += ranking.dominant() == before ? 0 : 1;
            before = ranking.dominant();
        }
        assertThat(changes)
                .isGreaterThan(2)
                .isLessThanOrEqualTo(1 + (int) ((now - start) / SpeakerRanking.LEAST_REIGN_NANOS));
    }

    @Test
    void forgetsWhoLeft() {
        hear(50, Map.of(bob, 35));
        ranking.remove(bob);
        assertThat(ranking.dominant()).isNull();
        assertThat(ranking.order()).containsExactly(alice, carol);
    }
}
