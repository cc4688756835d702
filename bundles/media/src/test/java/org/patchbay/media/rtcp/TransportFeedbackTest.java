package org.patchbay.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.patchbay.media.rtp.BigEndian;

class TransportFeedbackTest {

    private static final long MILLI = 1_000_000;

    private final TransportFeedback feedback = new TransportFeedback(0);
    private final byte[] out = new byte[2_000];

    /** Reads a report by the draft's text: sequence number to arrival in units of 250 µs. */
    private Map<Integer, Long> read(int length) {
        assertThat(BigEndian.get8(out, 0) & 0x1F).isEqualTo(15);
        assertThat(BigEndian.get8(out, 1)).isEqualTo(205);
        assertThat(4 * (BigEndian.get16(out, 2) + 1)).isEqualTo(length);
        assertThat(BigEndian.get32(out, 4)).isEqualTo(1);
        assertThat(BigEndian.get32(out, 8)).isEqualTo(2);
        int count = BigEndian.get16(out, 14);
        var symbols = new int[count + 14];
        int at = 20;
        for (int i = 0; i < count; at += 2) {
            int chunk = BigEndian.get16(out, at);
            if (chunk >> 15 == 0) {
                for (int run = chunk & 0x1FFF; run > 0; run--) {
                    symbols[i++] = chunk >> 13;
                }
            } else {
                assertThat(chunk >> 14).isEqualTo(3);
                for (int n = 0; n < 7; n++) {
                    symbols[i++] = (chunk >> (12 - 2 * n)) & 3;
                }
            }
        }
        long time = BigEndian.get24(out, 16) * 256L;
        Map<Integer, Long> arrivals = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (symbols[i] == 1) {
                time += BigEndian.get8(out, at++);
            } else if (symbols[i] == 2) {
                time += (short) BigEndian.get16(out, at);
                at += 2;
            }
            if (symbols[i] != 0) {
                arrivals.put((BigEndian.get16(out, 12) + i) & 0xFFFF, time);
            }
        }
        int padding = (BigEndian.get8(out, 0) & 0x20) == 0 ? 0 : out[length - 1];
        assertThat(at + padding).isEqualTo(length);
        return arrivals;
    }

    private Map<Integer, Long> write() {
        int length = feedback.write(out, 0, 1, 2);
        return length == 0 ? Map.of() : read(length);
    }

    @Test
    void reportsNothingOfNothing() {
        assertThat(feedback.pending()).isFalse();
        assertThat(write()).isEmpty();
    }

    @Test
    void reportsArrivalsAndGaps() {
        feedback.onPacket(10, 100 * MILLI);
        feedback.onPacket(11, 101 * MILLI);
        feedback.onPacket(14, 180 * MILLI);
        assertThat(write()).containsExactly(Map.entry(10, 400L), Map.entry(11, 404L), Map.entry(14, 720L));
        assertThat(feedback.pending()).isFalse();
    }

    @Test
    void reportsAcrossTheWrap() {
        feedback.onPacket(65_535, 10 * MILLI);
        feedback.onPacket(0, 12 * MILLI);
        assertThat(write()).containsExactlyInAnyOrderEntriesOf(Map.of(65_535, 40L, 0, 48L));
    }

    @Test
    void reportsWhatCameOutOfOrder() {
        feedback.onPacket(3, 50 * MILLI);
        feedback.onPacket(5, 60 * MILLI);
        feedback.onPacket(4, 70 * MILLI);
        assertThat(write()).containsExactly(Map.entry(3, 200L), Map.entry(4, 280L), Map.entry(5, 240L));
    }

    @Test
    void reportsAgainFromWhatCameLate() {
        feedback.onPacket(3, 50 * MILLI);
        feedback.onPacket(5, 60 * MILLI);
        write();
        feedback.onPacket(4, 70 * MILLI);
        assertThat(write()).containsEntry(4, 280L);
    }

    @Test
    void splitsWhereADeltaDoesNotFit() {
        feedback.onPacket(1, 0);
        feedback.onPacket(2, 20_000 * MILLI);
        assertThat(write()).containsOnlyKeys(1);
        assertThat(feedback.pending()).isTrue();
        assertThat(write()).containsExactly(Map.entry(2, 80_000L));
    }

    @Test
    void tellsOfEveryPacketOnceWhateverTheNetworkDoes() {
        var random = new Random(3);
        Map<Integer, Long> sent = new TreeMap<>();
        Map<Integer, Long> told = new TreeMap<>();
        long now = 5_000 * MILLI;
        int sequence = 60_000;
        for (int i = 0; i < 20_000; i++) {
            now += random.nextInt(3) * MILLI / 2;
            sequence += random.nextInt(10) == 0 ? 1 + random.nextInt(30) : 1;
            feedback.onPacket(sequence & 0xFFFF, now);
            sent.put(sequence & 0xFFFF, now / 250_000);
            if (random.nextInt(50) == 0) {
                while (feedback.pending()) {
                    int length = feedback.write(out, 0, 1, 2);
                    assertThat(length).isBetween(1, TransportFeedback.MAX_LENGTH);
                    told.putAll(read(length));
                }
            }
        }
        while (feedback.pending()) {
            told.putAll(write());
        }
        assertThat(told).isEqualTo(sent);
    }
}
