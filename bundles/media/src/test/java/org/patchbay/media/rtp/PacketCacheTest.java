package org.patchbay.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketCacheTest {

    private final PacketCache cache = new PacketCache();
    private final RtpPacket view = new RtpPacket();

    private void put(int sequence, int length) {
        var bytes = new byte[length];
        bytes[0] = (byte) 0x80;
        BigEndian.put16(bytes, 2, sequence);
        var packet = new RtpPacket();
        assertThat(packet.parse(bytes, 0, length)).isTrue();
        cache.put(packet);
    }

    @Test
    void findsWhatWasPut() {
        put(65_535, 100);
        put(0, 200);
        assertThat(cache.find(65_535, view)).isTrue();
        assertThat(view.length()).isEqualTo(100);
        assertThat(cache.find(0, view)).isTrue();
        assertThat(view.length()).isEqualTo(200);
        assertThat(cache.find(1, view)).isFalse();
        assertThat(cache.contains(1)).isFalse();
    }

    @Test
    void forgetsTheOldest() {
        for (int sequence = 0; sequence <= PacketCache.CAPACITY; sequence++) {
            put(sequence, 20);
        }
        assertThat(cache.contains(0)).isFalse();
        assertThat(cache.contains(1)).isTrue();
        assertThat(cache.contains(PacketCache.CAPACITY)).isTrue();
    }

    @Test
    void keepsNothingOversized() {
        put(5, PacketCache.MAX_PACKET + 1);
        assertThat(cache.contains(5)).isFalse();
    }
}
