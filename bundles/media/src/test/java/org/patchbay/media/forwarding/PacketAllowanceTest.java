package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketAllowanceTest {

    private static final long SECOND = 1_000_000_000;

    private final PacketAllowance allowance = PacketAllowance.ofClient();

    private int take(int packets, long from, long over) {
        int taken = 0;
        for (int i = 0; i < packets; i++) {
            taken += allowance.take(from + over * i / packets) ? 1 : 0;
        }
        return taken;
    }

    @Test
    void letsABurstThrough() {
        assertThat(take(PacketAllowance.BURST, 0, 0)).isEqualTo(PacketAllowance.BURST);
    }

    @Test
    void letsSoManyASecondThrough() {
        int most = PacketAllowance.PER_SECOND + PacketAllowance.BURST;
        assertThat(take(100_000, 0, SECOND)).isBetween(most - 5, most + 5);
        assertThat(take(100_000, SECOND, SECOND))
                .isBetween(PacketAllowance.PER_SECOND - 5, PacketAllowance.PER_SECOND + 5);
    }

    @Test
    void forgetsAFloodThatIsOver() {
        take(100_000, 0, SECOND);
        assertThat(take(PacketAllowance.BURST, 2 * SECOND, 0)).isEqualTo(PacketAllowance.BURST);
    }
}
