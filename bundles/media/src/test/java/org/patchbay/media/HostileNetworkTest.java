package org.patchbay.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.media.forwarding.Patience;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.UploadLimits;
import org.patchbay.testing.Ports;
import org.patchbay.testing.media.Continuity;
import org.patchbay.testing.media.LossyUdpRelay;
import org.patchbay.testing.media.ReceivedPacket;
import org.patchbay.testing.media.TestConference;

/** What holds when the network is thin, loses and delays, and when a client sends more than it may. */
class HostileNetworkTest {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(15), Duration.ofSeconds(15));
    private static final int SMALL = 150;
    private static final int MEDIUM = 400;
    private static final int LARGE = 1_200;

    private final int port = Ports.free();
    private final LossyUdpRelay up = relay(1);
    private final LossyUdpRelay down = relay(2);
    private final EmbeddedBridge bridge = new EmbeddedBridge(
            new TestSettings(port, "127.0.0.1", "127.0.0.1:" + up.port() + ",127.0.0.1:" + down.port()), PATIENCE);
    private final LoopbackPeer sender = LoopbackPeer.through(up.port());
    private final LoopbackPeer receiver = LoopbackPeer.through(down.port());
    private final TestConference conference = new TestConference(bridge, LoopbackPeer::new);

    @AfterEach
    void stop() {
        conference.close();
        bridge.stop();
        up.close();
        down.close();
    }

    private LossyUdpRelay relay(long seed) {
        var server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return new LossyUdpRelay(server, seed, (datagram, length) -> length > 0 && datagram[0] >= 0);
    }

    private void sendLayers(TestConference.Member member) {
        sender.sendVideo(member.layers().get(0), SMALL);
        sender.sendVideo(member.layers().get(1), MEDIUM);
        sender.sendVideo(member.layers().get(2), LARGE);
    }

    @Test
    void sendsASmallerLayerOverAThinConnection() throws Exception {
        var alice = conference.join("aaaa0001", sender, 1000);
        var bob = conference.join("aaaa0002", receiver, 2000);
        conference.simulcast(alice);
        conference.awaitConnected(alice, bob);
        SourceId camera = SourceId.of(alice.id(), SourceKind.CAMERA);
        bridge.setReceiverConstraints(
                conference.id(), bob.id(), new ReceiverConstraints(-1, List.of(camera), 0, Map.of(camera, 720)));
        var turns = new AtomicInteger();
        Runnable flow = () -> {
            sendLayers(alice);
            if (turns.incrementAndGet() % 8 == 0) {
                receiver.reportArrivals();
            }
        };
        conference.pump(flow, () -> assertThat(lastOrigins(bob))
                .containsOnly(alice.layers().get(2)));
        down.carry(200_000);
        conference.pump(flow, () -> assertThat(lastOrigins(bob))
                .doesNotContain(alice.layers().get(2)));
        List<ReceivedPacket> stream = bob.received("v0");
        assertThat(stream.stream().map(ReceivedPacket::ssrc).distinct()).hasSize(1);
    }

    /** Of the latest frames that came. */
    private static List<Long> lastOrigins(TestConference.Member member) {
        List<ReceivedPacket> stream = member.received("v0");
        assertThat(stream).hasSizeGreaterThan(20);
        return stream.subList(stream.size() - 10, stream.size()).stream()
                .map(ReceivedPacket::origin)
                .distinct()
                .toList();
    }

    @Test
    @Tag("S1.27")
    void cutsWhoSendsMoreThanTheProfileAllowsUntilItObeys() {
        var limited = EndpointOptions.standard().within(new UploadLimits(60, 60));
        var alice = conference.join("aaaa0001", sender, 1000, limited);
        var bob = conference.join("aaaa0002", receiver, 2000);
        conference.awaitConnected(alice, bob);
        SourceId camera = SourceId.of(alice.id(), SourceKind.CAMERA);
        conference.pump(
                () -> sender.sendVideo(alice.camera(), LARGE),
                () -> assertThat(conference.events().mapOf(bob.id())).containsValue(camera));
        conference.pump(() -> sender.sendVideo(alice.camera(), LARGE), () -> {
            assertThat(conference.events().mapOf(bob.id())).doesNotContainValue(camera);
            assertThat(sender.maximum()).isBetween(60_000L, 60_000L + 150_000);
            assertThat(sender.temporaryMaximum()).isBetween(59_000L, 60_000L);
        });
        var turns = new AtomicInteger();
        conference.pump(
                () -> {
                    if (turns.incrementAndGet() % 20 == 0) {
                        sender.sendVideo(alice.camera(), SMALL);
                    }
                },
                () -> assertThat(conference.events().mapOf(bob.id())).containsValue(camera));
    }

    @Test
    @Tag("S1.27")
    void forwardsTheLayersThatAreWithinTheProfile() throws Exception {
        var limited = EndpointOptions.standard().within(new UploadLimits(600, 600));
        var alice = conference.join("aaaa0001", sender, 1000, limited);
        var bob = conference.join("aaaa0002", receiver, 2000);
        conference.simulcast(alice);
        conference.awaitConnected(alice, bob);
        SourceId camera = SourceId.of(alice.id(), SourceKind.CAMERA);
        bridge.setReceiverConstraints(
                conference.id(), bob.id(), new ReceiverConstraints(-1, List.of(camera), 0, Map.of(camera, 720)));
        Runnable flood = () -> {
            for (int i = 0; i < 3; i++) {
                sender.sendVideo(alice.layers().get(2), LARGE);
            }
            sender.sendVideo(alice.layers().get(0), SMALL);
        };
        conference.pump(flood, () -> assertThat(lastOrigins(bob))
                .contains(alice.layers().get(2)));
        conference.pump(flood, () -> assertThat(lastOrigins(bob))
                .containsOnly(alice.layers().get(0)));
    }

    @Test
    void goesOnWhereATenthIsLostAndEverythingIsLate() {
        var alice = conference.join("aaaa0001", sender, 1000);
        var bob = conference.join("aaaa0002", receiver, 2000);
        conference.awaitConnected(alice, bob);
        for (LossyUdpRelay relay : List.of(up, down)) {
            relay.lose(0.1);
            relay.delay(Duration.ofMillis(100));
        }
        var turns = new AtomicInteger();
        conference.pump(
                () -> {
                    sender.sendAudio(alice.audio(), 30);
                    alice.sendVideo();
                    askAgain(bob);
                    if (turns.incrementAndGet() % 8 == 0) {
                        receiver.reportArrivals();
                    }
                },
                () -> {
                    assertThat(bob.receivedFrom(alice, SourceKind.AUDIO)).hasSizeGreaterThan(150);
                    assertThat(bob.receivedFrom(alice, SourceKind.CAMERA)).hasSizeGreaterThan(150);
                    assertThat(bob.peer().received()).anyMatch(ReceivedPacket::retransmitted);
                });
        assertThat(up.lost() + down.lost()).isGreaterThan(30);
        assertThat(alice.peer().nacked(alice.camera())).isNotEmpty();
        assertThat(conference.events().gone()).isEmpty();
        assertThat(conference.events().speakers()).contains(alice.id());
    }

    private static void askAgain(TestConference.Member member) {
        List<ReceivedPacket> stream = member.received("v0");
        for (int i = Math.max(1, stream.size() - 5); i < stream.size(); i++) {
            int missing = stream.get(i - 1).sequence() + 1 & 0xFFFF;
            if (missing != stream.get(i).sequence()) {
                member.peer().sendNack(stream.get(i).ssrc(), missing);
            }
        }
    }

    @Test
    void aFloodTakesNothingFromTheOthers() {
        var alice = conference.join("aaaa0001", sender, 1000);
        var bob = conference.join("aaaa0002", receiver, 2000);
        conference.awaitConnected(alice, bob);
        long refused = bridge.stats().packetsRefused();
        var turns = new AtomicInteger();
        conference.pump(
                () -> {
                    turns.incrementAndGet();
                    for (int i = 0; i < 60; i++) {
                        sender.sendVideo(alice.camera(), SMALL);
                    }
                    bob.peer().sendAudio(bob.audio(), 30);
                },
                () -> {
                    assertThat(bridge.stats().packetsRefused()).isGreaterThan(refused + 500);
                    assertThat(alice.receivedFrom(bob, SourceKind.AUDIO)).hasSizeGreaterThan(50);
                });
        assertThat(alice.receivedFrom(bob, SourceKind.AUDIO)).hasSizeGreaterThan(turns.get() * 3 / 4);
        assertThat(Continuity.isContinuous(alice.receivedFrom(bob, SourceKind.AUDIO)))
                .isTrue();
    }

    @Test
    void forwardsNothingThatIsReplayed() {
        var alice = conference.join("aaaa0001", sender, 1000);
        var bob = conference.join("aaaa0002", receiver, 2000);
        conference.awaitConnected(alice, bob);
        conference.pump(
                () -> {
                    sender.sendAudio(alice.audio(), 30);
                    alice.sendVideo();
                },
                () -> assertThat(bob.receivedFrom(alice, SourceKind.CAMERA)).hasSizeGreaterThan(20));
        long refused = bridge.stats().packetsRefused();
        sender.replay();
        conference.pump(
                () -> sender.sendAudio(alice.audio(), 30),
                () -> assertThat(bridge.stats().packetsRefused()).isGreaterThanOrEqualTo(refused + 20));
        assertThat(Continuity.isContinuous(bob.receivedFrom(alice, SourceKind.AUDIO)))
                .isTrue();
        List<ReceivedPacket> stream = bob.received("v0");
        assertThat(stream.stream().map(ReceivedPacket::sequence).distinct()).hasSameSizeAs(stream);
    }
}
