package org.patchbay.recordings.film.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JitterBufferTest {

    private final List<Integer> numbers = new ArrayList<>();
    private final List<Integer> afterGaps = new ArrayList<>();
    private final JitterBuffer buffer = new JitterBuffer((packet, gap) -> {
        numbers.add(packet.sequence());
        if (gap) {
            afterGaps.add(packet.sequence());
        }
    });

    private void add(int sequence, long millis) {
        buffer.add(new RtpView(100, sequence & 0xFFFF, 0, false, -1, ByteBuffer.allocate(1), millis * 1_000_000));
    }

    @Test
    void ordersWhatIsLateAndDropsWhatCameBefore() {
        add(65_534, 0);
        List<Integer> mixed =
                new ArrayList<>(IntStream.range(65_535, 65_735).boxed().toList());
        for (int i = 0; i < mixed.size(); i += 20) {
            Collections.shuffle(mixed.subList(i, i + 20), new Random(i));
        }
        for (int sequence : mixed) {
            add(sequence, 10);
            add(sequence, 11);
        }
        assertThat(numbers)
                .isEqualTo(IntStream.range(65_534, 65_735)
                        .map(i -> i & 0xFFFF)
                        .boxed()
                        .toList());
        assertThat(afterGaps).isEmpty();
    }

    @Test
    void waitsForTheMissingOneOnlySoLong() {
        add(1, 0);
        add(3, 10);
        add(4, 900);
        assertThat(numbers).containsExactly(1);
        add(5, 1_011);
        assertThat(numbers).containsExactly(1, 3, 4, 5);
        assertThat(afterGaps).containsExactly(3);
        add(2, 1_012);
        assertThat(numbers).as("too late").containsExactly(1, 3, 4, 5);
    }

    @Test
    void holdsNoMoreThanItsCapacity() {
        add(1, 0);
        for (int i = 0; i < JitterBuffer.CAPACITY + 10; i++) {
            add(3 + i, 1);
        }
        assertThat(numbers).hasSize(JitterBuffer.CAPACITY + 11);
        assertThat(afterGaps).containsExactly(3);
    }

    @Test
    void goesOnAfterAJump() {
        add(1, 0);
        add(2, 1);
        add(1_500, 5_000);
        add(1_501, 5_000);
        add(40_000, 9_000);
        add(40_001, 9_000);
        assertThat(numbers).containsSubsequence(1, 2, 40_000, 40_001);
        buffer.flush();
        assertThat(numbers).containsExactly(1, 2, 1_500, 1_501, 40_000, 40_001);
        assertThat(afterGaps).containsExactly(1_500, 40_000);
    }
}
