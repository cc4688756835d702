package org.patchbay.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.patchbay.media.forwarding.Patience;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.BridgeProfile;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.Transport;
import org.patchbay.testing.Ports;
import org.patchbay.testing.media.LossyUdpRelay;
import org.patchbay.testing.media.MediaBridgeContract;
import org.patchbay.testing.media.MediaPeer;
import org.patchbay.testing.media.ReceivedPacket;
import org.patchbay.testing.media.TestConference;

class EmbeddedBridgeTest implements MediaBridgeContract {

    private static final Patience SHORT = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(2));
    private static final EmbeddedBridge BRIDGE = new EmbeddedBridge(new TestSettings(0, "127.0.0.1", ""), SHORT);

    @AfterAll
    static void stop() {
        BRIDGE.stop();
    }

    @Override
    public MediaBridge bridge() {
        return BRIDGE;
    }

    @Override
    public MediaPeer newPeer() {
        return new LoopbackPeer();
    }

    @Test
    void advertisesTheMappedAddressInsteadOfItsOwn() throws Exception {
        var mapped = new EmbeddedBridge(new TestSettings(0, "127.0.0.1", "203.0.113.9:20000, 198.51.100.7"), SHORT);
        try (var conference = new TestConference(mapped, this::newPeer)) {
            Transport offered =
                    mapped.addEndpoint(conference.id(), new EndpointId("aaaa0001"), EndpointOptions.standard());
            assertThat(offered.candidates())
                    .extracting(Candidate::address)
                    .containsExactly("203.0.113.9", "198.51.100.7");
            assertThat(offered.candidates().get(0).port()).isEqualTo(20_000);
            assertThat(offered.candidates().get(1).port()).isPositive().isNotEqualTo(20_000);
        } finally {
            mapped.stop();
        }
    }

    @Test
    void saysWhatItIsAndThatItIsDownOnceStopped() {
        var bridge = new EmbeddedBridge(new TestSettings(0, "127.0.0.1", ""), SHORT);
        assertThat(bridge.profile()).isEqualTo(new BridgeProfile("embedded", "Frankfurt", 200));
        assertThat(bridge.stats().state()).isEqualTo(BridgeState.UP);
        bridge.stop();
        assertThat(bridge.stats().state()).isEqualTo(BridgeState.DOWN);
        assertThat(bridge.stats().detail()).isEqualTo("The bridge was stopped");
    }

    @Test
    void saysWhichPortIsInUse() throws Exception {
        try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var settings = new TestSettings(taken.getLocalPort(), "127.0.0.1", "");
            assertThatThrownBy(() -> new EmbeddedBridge(settings, SHORT))
                    .hasMessageContaining("UDP port " + taken.getLocalPort())
                    .hasMessageContaining("PATCHBAY_MEDIA_PORT");
        }
    }

    @Test
    void namesTheSettingThatIsNoAddress() {
        assertThatThrownBy(() -> new EmbeddedBridge(new TestSettings(0, "localhost", ""), SHORT))
                .hasMessageContaining("PATCHBAY_MEDIA_BIND: 'localhost'");
        assertThatThrownBy(() -> new EmbeddedBridge(new TestSettings(0, "127.0.0.1", "10.0.0.1:99999"), SHORT))
                .hasMessageContaining("PATCHBAY_MEDIA_ADDRESSES: port 99999");
    }

    @Test
    void passesOnSenderReportsInTheReceiversNumbers() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.AUDIO)).hasSizeGreaterThan(3));
            ReceivedPacket heard = bob.received("a0").get(0);
            long sent = 1000 * 7_919 + 960; // the first timestamp that the peer sends under SSRC 1000
            conference.pump(
                    () -> alice.peer().sendSenderReport(alice.audio(), 0x1122_3344_5566_7788L, sent + 4_800),
                    () -> assertThat(bob.peer().senderReports(heard.ssrc())).isNotEmpty());
            long told = bob.peer().senderReports(heard.ssrc()).get(0);
            long firstHeard = bob.receivedFrom(alice, SourceKind.AUDIO).get(0).timestamp();
            assertThat((told - firstHeard) % 960).isZero();
        }
    }

    @Test
    void takesTheOlderProfile() {
        try (var conference = new TestConference(BRIDGE, LoopbackPeer::withCounterMode)) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.AUDIO)).hasSizeGreaterThan(5));
        }
    }

    @Test
    void livesWithGarbage() {
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            long refused = BRIDGE.stats().packetsRefused();
            var random = new java.util.Random(42);
            for (int i = 0; i < 2_000; i++) {
                var garbage = new byte[random.nextInt(200)];
                random.nextBytes(garbage);
                if (garbage.length > 0 && i % 2 == 0) {
                    garbage[0] = (byte) (0x80 | (garbage[0] & 0x3F));
                }
                alice.peer().sendRaw(garbage);
            }
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(bob.receivedFrom(alice, SourceKind.AUDIO)).hasSizeGreaterThan(5));
            assertThat(BRIDGE.stats().packetsRefused()).isGreaterThan(refused);
        }
    }

    @Test
    void recoversWhatTheNetworkLoses() {
        int port = Ports.free();
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (var up = new LossyUdpRelay(server, 7, EmbeddedBridgeTest::isNotMedia);
                var down = new LossyUdpRelay(server, 8, EmbeddedBridgeTest::isNotMedia)) {
            var mapped = "127.0.0.1:" + up.port() + ",127.0.0.1:" + down.port();
            var bridge = new EmbeddedBridge(new TestSettings(port, "127.0.0.1", mapped), SHORT);
            try (var conference = new TestConference(bridge, this::newPeer)) {
                var alice = conference.join("aaaa0001", LoopbackPeer.through(up.port()), 1000);
                var bob = conference.join("aaaa0002", LoopbackPeer.through(down.port()), 2000);
                conference.awaitConnected(alice, bob);
                conference.pump(
                        alice::sendVideo, () -> assertThat(bob.received("v0")).isNotEmpty());
                up.lose(0.1);
                down.lose(0.1);
                conference.pump(
                        () -> {
                            alice.sendVideo();
                            askAgain(bob);
                        },
                        () -> assertThat(numbers(bob)).hasSizeGreaterThan(200));
                up.lose(0);
                down.lose(0);
                conference.pump(
                        () -> {
                            alice.sendVideo();
                            askAgain(bob);
                        },
                        () -> assertThat(missing(bob)).isEmpty());
                assertThat(up.lost()).isPositive();
                assertThat(down.lost()).isPositive();
                assertThat(alice.peer().nacked(alice.camera())).isNotEmpty();
                assertThat(bob.peer().received()).anyMatch(ReceivedPacket::retransmitted);
            } finally {
                bridge.stop();
            }
        }
    }

    private static boolean isNotMedia(byte[] datagram, int length) {
        return length > 0 && datagram[0] >= 0;
    }

    private static void askAgain(TestConference.Member member) {
        long ssrc = member.received("v0").get(0).ssrc();
        missing(member).forEach(sequence -> member.peer().sendNack(ssrc, sequence));
    }

    private static NavigableSet<Integer> numbers(TestConference.Member member) {
        return member.peer().received().stream()
                .filter(packet -> packet.mid().equals("v0"))
                .map(ReceivedPacket::sequence)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Integer> missing(TestConference.Member member) {
        NavigableSet<Integer> there = numbers(member);
        return IntStream.range(there.first(), there.last())
                .boxed()
                .filter(sequence -> !there.contains(sequence))
                .toList();
    }
}
