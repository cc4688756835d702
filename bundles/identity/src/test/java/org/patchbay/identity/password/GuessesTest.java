package org.patchbay.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.identity.World;

class GuessesTest {

    private final World world = new World();
    private final Guesses guesses = world.guesses;

    @AfterEach
    void close() {
        world.close();
    }

    /** The seconds to wait, 0 if the guess may be made. */
    private long guess(String login, String address) {
        try {
            guesses.begin(world.acme, login, address);
            return 0;
        } catch (PatchbayException e) {
            assertThat(e.problem()).isEqualTo(Problem.LIMITED);
            return Long.parseLong(String.valueOf(e.params().get("retryAfter")));
        }
    }

    @Test
    void pausesLongerWithEachFurtherGuess() {
        for (int i = 0; i < 5; i++) {
            assertThat(guess("ada", "192.0.2." + i)).isZero();
        }
        for (long pause : new long[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
            assertThat(guess("ADA", "192.0.2.9")).isEqualTo(pause);
            world.pass(Duration.ofSeconds(pause));
            assertThat(guess("ada", "192.0.2.9")).isZero();
        }
    }

    @Test
    void countsEachAccountOfEachPortalByItself() {
        for (int i = 0; i < 5; i++) {
            guess("ada", "192.0.2.1");
        }
        assertThat(guess("ada", "192.0.2.1")).isPositive();
        assertThat(guess("eve", "192.0.2.1")).isZero();
        guesses.begin(world.bolt, "ada", "192.0.2.1");
    }

    @Test
    void countsAddressesOverAllAccounts() {
        for (int i = 0; i < 30; i++) {
            assertThat(guess("login" + i, "192.0.2.1")).isZero();
        }
        assertThat(guess("another", "192.0.2.1")).isEqualTo(1);
        assertThat(guess("another", "192.0.2.2")).isZero();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        for (int i = 0; i < 30; i++) {
            assertThat(guess("login" + i, "2001:db8::" + i)).isZero();
        }
        assertThat(guess("another", "2001:db8::ffff")).isEqualTo(1);
        assertThat(guess("another", "2001:db8:0:1::1")).isZero();
        assertThat(guess("third", "fe80::1%eth0")).isZero();
        assertThat(guess("third", "no address at all")).isZero();
    }

    @Test
    void aRightGuessIsForgotten() {
        for (int i = 0; i < 100; i++) {
            guesses.right(guesses.begin(world.acme, "ada", "192.0.2.1"));
        }
        for (int i = 0; i < 4; i++) {
            guess("ada", "192.0.2.1");
        }
        guesses.right(guesses.begin(world.acme, "ada", "192.0.2.1"));
        assertThat(guess("ada", "192.0.2.1")).isZero();
    }

    @Test
    void strangersDoNotLockTheRightfulPersonOut() {
        guesses.right(guesses.begin(world.acme, "ada", "192.0.2.1"));
        for (int minute = 0; minute < 20; minute++) {
            guess("ada", "198.51.100.7");
            guess("ada", "198.51.100.8");
        }
        assertThat(guess("ada", "198.51.100.9")).isPositive();
        assertThat(guess("ada", "192.0.2.1")).isZero();
    }

    @Test
    void whoGuessesFromWhereTheRightfulPersonIsWaitsToo() {
        guesses.right(guesses.begin(world.acme, "ada", "192.0.2.1"));
        for (int i = 0; i < 5; i++) {
            assertThat(guess("ada", "192.0.2.1")).isZero();
        }
        assertThat(guess("ada", "192.0.2.1")).isPositive();
    }

    @Test
    void anAddressThatMustWaitDoesNotCountAgainstTheAccount() {
        for (int i = 0; i < 30; i++) {
            guess("login" + i, "192.0.2.1");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(guess("ada", "192.0.2.1")).isPositive();
        }
        assertThat(guess("ada", "192.0.2.2")).isZero();
    }

    @Test
    void forgetsAfterAWhile() {
        for (int i = 0; i < 6; i++) {
            guess("ada", "192.0.2.1");
        }
        world.pass(Duration.ofMinutes(31));
        for (int i = 0; i < 5; i++) {
            assertThat(guess("ada", "192.0.2.1")).isZero();
        }
    }

    @Test
    void guessingAtTheSameTimeGainsNothing() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Long> one = () -> guess("ada", "192.0.2.1");
            int free = 0;
            for (Future<Long> result :
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> one).toList())) {
                free += result.get() == 0 ? 1 : 0;
            }
            assertThat(free).isEqualTo(5);
        } finally {
            threads.shutdownNow();
        }
    }
}
