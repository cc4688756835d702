package org.patchbay.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void whatIsAwaitedHasItsTimeWithoutAWordInTheTest() {
        var left = new AtomicLong();
        Awaitility.await()
                .conditionEvaluationListener(evaluation -> left.set(evaluation.getRemainingTimeInMS()))
                .until(() -> true);
        assertThat(Duration.ofMillis(left.get())).isGreaterThan(Duration.ofSeconds(Patience.SECONDS / 2));
    }
}
