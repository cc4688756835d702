package org.patchbay.phonemedia.net;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.phonemedia.rtp.RtpPacket;

class PortPoolTest {

    /** Each test has ports of its own, as what it leaves open stays so. */
    private static final AtomicInteger NEXT = new AtomicInteger(27_400);

    private final AtomicLong now = new AtomicLong(System.nanoTime());
    private final MediaLoop loop = new MediaLoop(1);
    private final PortPool pool = pool(40);

    private PortPool pool(int pairs) {
        int first = NEXT.getAndAdd(2 * pairs);
        var range = new PortRange(InetAddress.getLoopbackAddress(), first, first + 2 * pairs - 1);
        return new PortPool(range, List.of(loop), pairs, now::get);
    }

    @AfterEach
    void close() {
        pool.close();
        loop.close();
    }

    private static void send(int port) throws IOException {
        try (var phone = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            phone.send(new DatagramPacket(new byte[20], 20, InetAddress.getLoopbackAddress(), port));
        }
    }

    private static void bind(int port) throws IOException {
        new DatagramSocket(port, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void handsOutAgainWhatWasQuiet() {
        SocketPair first = pool.open().orElseThrow();
        first.close();
        SocketPair second = pool.open().orElseThrow();
        assertThat(second.port()).isNotEqualTo(first.port());

        now.set(first.quietSince() + PortPool.QUIET_NANOS);
        assertThat(pool.open()).contains(first);
        assertThat(pool.open().orElseThrow()).isNotIn(first, second);
    }

    @Test
    void waitsForTheLastPacketOfTheCallBefore() throws Exception {
        SocketPair pair = pool.open().orElseThrow();
        SocketPair quiet = pool.open().orElseThrow();
        pair.close();
        quiet.close();
        send(pair.port());
        await().atMost(20, SECONDS).until(pair::isDisturbed);

        now.set(quiet.quietSince() + PortPool.QUIET_NANOS);
        assertThat(pool.open()).contains(quiet);
        assertThat(pool.open().orElseThrow()).isNotSameAs(pair);
        now.set(pair.quietSince() + PortPool.QUIET_NANOS);
        assertThat(pool.open()).contains(pair);
    }

    @Test
    void givesPacketsToWhoHasThePairAlone() throws Exception {
        var one = new Counting();
        var other = new Counting();
        SocketPair pair = pool.open().orElseThrow();
        pair.read(one);
        send(pair.port());
        send(pair.port() + 1);
        await().atMost(20, SECONDS).until(() -> one.sound.get() == 1 && one.control.get() == 1);

        pair.close();
        now.set(pair.quietSince() + PortPool.QUIET_NANOS);
        assertThat(pool.open()).contains(pair);
        pair.read(other);
        send(pair.port());
        await().atMost(20, SECONDS).until(() -> other.sound.get() == 1);
        assertThat(one.sound).hasValue(1);
    }

    @Test
    void closesWhatNobodyNeeds() throws Exception {
        SocketPair pair = pool.open().orElseThrow();
        pair.close();
        pool.trim();
        assertThatThrownBy(() -> bind(pair.port())).isInstanceOf(BindException.class);

        now.set(pair.quietSince() + PortPool.LONGEST_REST_NANOS);
        pool.trim();
        await().atMost(20, SECONDS).ignoreExceptions().untilAsserted(() -> {
            bind(pair.port());
            bind(pair.port() + 1);
        });
    }

    @Test
    void closesAllAtTheEnd() {
        SocketPair rests = pool.open().orElseThrow();
        SocketPair inUse = pool.open().orElseThrow();
        rests.close();
        pool.close();
        inUse.close();
        await().atMost(20, SECONDS).ignoreExceptions().untilAsserted(() -> {
            bind(rests.port());
            bind(inUse.port());
        });
    }

    @Test
    void takesOneThatJustRestsBeforeThereIsNone() {
        try (PortPool two = pool(2)) {
            SocketPair first = two.open().orElseThrow();
            assertThat(two.open()).isPresent();
            assertThat(two.open()).isEmpty();

            first.close();
            assertThat(two.open()).contains(first);
            assertThat(two.open()).isEmpty();
        }
    }

    private static final class Counting implements MediaLoop.Reader {

        private final AtomicInteger sound = new AtomicInteger();
        private final AtomicInteger control = new AtomicInteger();

        @Override
        public void received(RtpPacket packet, int length, InetSocketAddress from, long at) {
            sound.incrementAndGet();
        }

        @Override
        public void receivedControl(RtpPacket packet, int length, InetSocketAddress from, long at) {
            control.incrementAndGet();
        }
    }
}
