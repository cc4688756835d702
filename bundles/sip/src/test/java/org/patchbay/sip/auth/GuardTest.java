package org.patchbay.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.patchbay.testing.cluster.MovableClock;

/** Guessers from everywhere: what is remembered of them does not grow. */
class GuardTest {

    private static final int MOST = 10;
    private static final Duration BLOCK = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T10:00:00Z"));
    private final Set<InetAddress> inUse = new HashSet<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Guard guard = new Guard(
            clock,
            new Guard.Limits(2, 3, Duration.ofMinutes(1), BLOCK),
            address -> {
                asked.incrementAndGet();
                return inUse.contains(address);
            },
            MOST);

    private static InetAddress address(int number) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 198, 51, 100, (byte) number});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private void block(int number) {
        guard.failed(address(number), "account-" + number);
        guard.failed(address(number), "account-" + number);
    }

    @Test
    void anAddressInUseIsNotSilencedForOneWrongPassword() {
        inUse.add(address(1));
        for (int i = 0; i < 50; i++) {
            guard.failed(address(1), "100@one.example");
        }
        assertThat(guard.isBlocked(address(1))).isFalse();
        assertThat(guard.isBesieged("100@one.example")).isTrue();
        assertThat(guard.isBesieged("101@one.example")).isFalse();
        assertThat(asked).hasValue(1);

        inUse.clear();
        clock.pass(Duration.ofMinutes(1));
        block(1);
        assertThat(guard.isBlocked(address(1))).isTrue();
    }

    @Test
    void tenTimesAsManyGuessersAsAreRememberedCostNoMore() {
        for (int number = 0; number < 10 * MOST; number++) {
            guard.failed(address(number), "account-" + number);
            guard.failed(address(number), "account-" + number);
            assertThat(guard.isBlocked(address(number))).isTrue();
            assertThat(guard.blocks()).isLessThanOrEqualTo(MOST);
            assertThat(guard.counted()).isLessThanOrEqualTo(MOST);
        }
        assertThat(guard.blocks()).isEqualTo(MOST);
    }

    @Test
    void theOldestBlockGoesFirst() {
        for (int number = 0; number < MOST; number++) {
            block(number);
        }
        block(0);
        block(MOST);
        assertThat(guard.isBlocked(address(0))).isTrue();
        assertThat(guard.isBlocked(address(1))).isFalse();
        assertThat(guard.isBlocked(address(2))).isTrue();
        assertThat(guard.isBlocked(address(MOST))).isTrue();
    }

    @Test
    void aBlockEnds() {
        block(1);
        clock.pass(BLOCK.minusSeconds(1));
        assertThat(guard.isBlocked(address(1))).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(guard.isBlocked(address(1))).isFalse();
        assertThat(guard.blocks()).isZero();
    }

    @Test
    void anAccountThatIsGuessedAtFromEverywhereIsBesiegedForAWhile() {
        for (int number = 0; number < 3; number++) {
            assertThat(guard.isBesieged("100@one.example")).isFalse();
            guard.failed(address(number), "100@one.example");
        }
        assertThat(guard.isBesieged("100@one.example")).isTrue();
        assertThat(guard.blocks()).isZero();
        clock.pass(Duration.ofMinutes(1));
        assertThat(guard.isBesieged("100@one.example")).isFalse();
    }
}
