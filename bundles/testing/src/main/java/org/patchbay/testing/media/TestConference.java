package org.patchbay.testing.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.SsrcGroup;
import org.patchbay.testing.Patience;

/** A conference of a test, with its peers. For one thread. */
public final class TestConference implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(Patience.SECONDS);
    private static final Duration PACE = Duration.ofMillis(10);

    private final ConferenceId id = new ConferenceId(UUID.randomUUID().toString());
    private final RecordedEvents events = new RecordedEvents();
    private final List<MediaPeer> peers = new ArrayList<>();
    private final MediaBridge bridge;
    private final Supplier<MediaPeer> newPeer;

    public TestConference(MediaBridge bridge, Supplier<MediaPeer> newPeer) {
        this.bridge = bridge;
        this.newPeer = newPeer;
        try {
            bridge.createConference(id, events);
        } catch (BridgeException e) {
            throw new AssertionError(e);
        }
    }

    public ConferenceId id() {
        return id;
    }

    public RecordedEvents events() {
        return events;
    }

    /** Closes the peer with the conference. */
    public MediaPeer adopt(MediaPeer peer) {
        peers.add(peer);
        return peer;
    }

    /** Lets a peer join with microphone (the SSRC) and camera (the SSRC plus 10). */
    public Member join(String name, long ssrc) {
        return join(name, newPeer.get(), ssrc);
    }

    /** Lets a peer join by another bridge that the conference is on, too. */
    public Member joinBy(MediaBridge other, String name, long ssrc) {
        return join(other, name, newPeer.get(), ssrc, EndpointOptions.standard());
    }

    /** Lets that peer join. */
    public Member join(String name, MediaPeer peer, long ssrc) {
        return join(name, peer, ssrc, EndpointOptions.standard());
    }

    /** Lets that peer join with these options. */
    public Member join(String name, MediaPeer peer, long ssrc, EndpointOptions options) {
        return join(bridge, name, peer, ssrc, options);
    }

    private Member join(MediaBridge by, String name, MediaPeer peer, long ssrc, EndpointOptions options) {
        try {
            var member = new Member(new EndpointId(name), adopt(peer), ssrc);
            var offered = by.addEndpoint(id, member.id(), options);
            bridge.setSources(
                    id,
                    member.id(),
                    List.of(
                            Source.audio(member.id(), member.audio()),
                            Source.camera(member.id(), member.camera(), member.camera() + 1)));
            bridge.setRemoteTransport(id, member.id(), member.peer().answer(offered));
            return member;
        } catch (BridgeException e) {
            throw new AssertionError(e);
        }
    }

    /** Announces the camera of a member in three layers: the SSRC plus 20, 30 and 40, smallest first. */
    public void simulcast(Member member) {
        try {
            List<SsrcGroup> layers = member.layers().stream()
                    .map(ssrc -> SsrcGroup.fid(ssrc, ssrc + 1))
                    .toList();
            bridge.setSources(
                    id,
                    member.id(),
                    List.of(Source.audio(member.id(), member.audio()), Source.simulcast(member.id(), layers)));
        } catch (BridgeException e) {
            throw new AssertionError(e);
        }
    }

    /** Announces the sound of a screen that a member shares, without the screen. */
    public void soundOfScreen(Member member) {
        try {
            bridge.setSources(
                    id,
                    member.id(),
                    List.of(
                            Source.audio(member.id(), member.audio()),
                            Source.desktopAudio(member.id(), member.screenSound())));
        } catch (BridgeException e) {
            throw new AssertionError(e);
        }
    }

    public void awaitConnected(Member... members) {
        pump(() -> {}, () -> {
            for (Member member : members) {
                assertThat(events.connected()).contains(member.id());
                assertThat(member.peer().isConnected()).isTrue();
            }
        });
    }

    /** Does a thing every 10 ms until the assertion holds. */
    public void pump(Runnable thing, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(PACE)
                .untilAsserted(() -> {
                    thing.run();
                    assertion.run();
                });
    }

    @Override
    public void close() {
        try {
            bridge.expireConference(id);
        } catch (BridgeException e) {
            throw new AssertionError(e);
        } finally {
            peers.forEach(MediaPeer::leave);
        }
    }

    /** An endpoint with its peer. */
    public record Member(EndpointId id, MediaPeer peer, long ssrc) {

        public long audio() {
            return ssrc;
        }

        public long camera() {
            return ssrc + 10;
        }

        public long screenSound() {
            return ssrc + 50;
        }

        /** The SSRCs of a camera with simulcast, smallest layer first. */
        public List<Long> layers() {
            return List.of(ssrc + 20, ssrc + 30, ssrc + 40);
        }

        /** Sends a frame of each layer, a key frame where one was asked for. */
        public void sendLayers() {
            layers().forEach(layer -> peer.sendVideo(layer, false));
        }

        /** Sends a frame of the camera; a key frame if one was asked for since the last. */
        public void sendVideo() {
            peer.sendVideo(camera(), false);
        }

        public SourceId sourceOf(Member other, SourceKind kind) {
            return SourceId.of(other.id(), kind);
        }

        /** What came on a receive mid for the first time, in order of arrival. */
        public List<ReceivedPacket> received(String mid) {
            return peer.received().stream()
                    .filter(packet -> packet.mid().equals(mid) && !packet.retransmitted())
                    .toList();
        }

        /** What came from another, told by the payload, where peers write their SSRC. */
        public List<ReceivedPacket> receivedFrom(Member other, SourceKind kind) {
            long wanted =
                    switch (kind) {
                        case AUDIO -> other.audio();
                        case DESKTOP_AUDIO -> other.screenSound();
                        case CAMERA, DESKTOP -> other.camera();
                    };
            return peer.received().stream()
                    .filter(packet -> !packet.retransmitted())
                    .filter(packet -> packet.origin() == wanted)
                    .toList();
        }
    }
}
