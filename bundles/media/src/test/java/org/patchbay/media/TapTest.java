package org.patchbay.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.patchbay.media.forwarding.Patience;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.Source;
import org.patchbay.testing.Ports;
import org.patchbay.testing.media.LossyUdpRelay;
import org.patchbay.testing.media.RecordedTap;
import org.patchbay.testing.media.TestConference;

class TapTest {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(2));

    @Test
    void hearsWhatWasSentAgain() throws Exception {
        int port = Ports.free();
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var up = new LossyUdpRelay(server, 7, (datagram, length) -> length > 0 && datagram[0] >= 0)) {
            var bridge = new EmbeddedBridge(new TestSettings(port, "127.0.0.1", "127.0.0.1:" + up.port()), SHORT);
            try (var conference = new TestConference(bridge, LoopbackPeer::new)) {
                var alice = conference.join("aaaa0001", LoopbackPeer.through(up.port()), 1000);
                conference.awaitConnected(alice);
                var tap = new RecordedTap();
                bridge.tap(conference.id(), tap);
                conference.pump(alice::sendVideo, () -> assertThat(tap.heardOf(alice.camera()))
                        .isNotEmpty());
                up.lose(0.1);
                conference.pump(alice::sendVideo, () -> assertThat(tap.heardOf(alice.camera()))
                        .hasSizeGreaterThan(200));
                up.lose(0);
                conference.pump(alice::sendVideo, () -> assertThat(gaps(tap, alice.camera()))
                        .isZero());
                assertThat(up.lost()).isPositive();
                assertThat(tap.heardOf(alice.camera()))
                        .extracting(RecordedTap.Heard::sequence)
                        .doesNotHaveDuplicates();
            } finally {
                bridge.stop();
            }
        }
    }

    private static int gaps(RecordedTap tap, long ssrc) {
        var numbers =
                tap.heardOf(ssrc).stream().mapToInt(RecordedTap.Heard::sequence).summaryStatistics();
        return numbers.getMax() - numbers.getMin() + 1 - (int) numbers.getCount();
    }

    @Test
    void aSlowTapMissesPacketsAndHoldsNobodyUp() throws Exception {
        var bridge = new EmbeddedBridge(new TestSettings(0, "127.0.0.1", ""), SHORT);
        var gate = new CountDownLatch(1);
        var told = new AtomicLong();
        var missed = new AtomicLong();
        try (var conference = new TestConference(bridge, LoopbackPeer::new)) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            bridge.tap(conference.id(), new MediaTap() {
                @Override
                public void packet(Source source, long ssrc, ByteBuffer rtp, long arrivalNanos) {
                    try {
                        gate.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    told.incrementAndGet();
                }

                @Override
                public void missed(long packets) {
                    missed.addAndGet(packets);
                }
            });
            long before = bridge.stats().packetsReceived();
            conference.pump(
                    () -> {
                        for (int i = 0; i < 100; i++) {
                            alice.peer().sendAudio(alice.audio(), 30);
                        }
                    },
                    () -> assertThat(bridge.stats().packetsReceived()).isGreaterThan(before + 6_000));
            assertThat(bob.peer().received()).hasSizeGreaterThan(4_500);
            gate.countDown();
            conference.pump(() -> alice.peer().sendAudio(alice.audio(), 30), () -> assertThat(missed.get())
                    .isPositive());
            assertThat(told.get()).isPositive();
        } finally {
            bridge.stop();
        }
    }
}
