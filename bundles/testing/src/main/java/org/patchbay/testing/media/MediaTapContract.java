package org.patchbay.testing.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;

/** What a tap of every bridge hears; a bridge that cannot be tapped says so. */
public interface MediaTapContract extends BridgeRefusalsContract {

    /** Whether the bridge can be tapped. */
    default boolean canBeTapped() {
        return true;
    }

    @Test
    default void saysIfItCannotBeTapped() {
        try (var conference = open()) {
            var unknown = new TestConference(bridge(), this::newPeer);
            unknown.close();
            var refusal =
                    catchThrowableOfType(BridgeException.class, () -> bridge().tap(unknown.id(), new RecordedTap()));
            assertThat(refusal.reason()).isEqualTo(canBeTapped() ? Reason.NO_CONFERENCE : Reason.UNSUPPORTED);
            if (!canBeTapped()) {
                refusal = catchThrowableOfType(
                        BridgeException.class, () -> bridge().tap(conference.id(), new RecordedTap()));
                assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
            }
        }
    }

    @Test
    default void aTapHearsEachPacketOnceAsItWasSent() throws BridgeException {
        if (!canBeTapped()) {
            return;
        }
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            var tap = new RecordedTap();
            bridge().tap(conference.id(), tap);
            conference.pump(
                    () -> {
                        alice.peer().sendAudio(alice.audio(), 30);
                        alice.sendVideo();
                        alice.peer().sendSenderReport(alice.audio(), 77, 5);
                    },
                    () -> {
                        assertThat(tap.heardOf(alice.audio())).hasSizeGreaterThan(10);
                        assertThat(tap.heardOf(alice.camera())).hasSizeGreaterThan(10);
                        assertThat(tap.senderReports()).contains(77L);
                    });
            assertThat(tap.sourcesOpened())
                    .extracting(Source::id)
                    .containsExactlyInAnyOrder(
                            SourceId.of(alice.id(), SourceKind.AUDIO), SourceId.of(alice.id(), SourceKind.CAMERA));
            for (long ssrc : List.of(alice.audio(), alice.camera())) {
                var heard = tap.heardOf(ssrc);
                assertThat(heard).extracting(RecordedTap.Heard::sequence).doesNotHaveDuplicates();
                int first = heard.get(0).sequence();
                int last = heard.get(heard.size() - 1).sequence();
                assertThat(last - first).as("none is missing").isEqualTo(heard.size() - 1);
            }
            assertThat(tap.packetsMissed()).isZero();
        }
    }

    @Test
    default void aTapHearsThatSourcesComeAndGo() throws BridgeException {
        if (!canBeTapped()) {
            return;
        }
        try (var conference = open()) {
            var tap = new RecordedTap();
            bridge().tap(conference.id(), tap);
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.pump(() -> {}, () -> assertThat(tap.sourcesOpened()).hasSize(4));
            bridge().setSources(conference.id(), alice.id(), List.of(Source.audio(alice.id(), alice.audio())));
            conference.pump(() -> {}, () -> assertThat(tap.sourcesClosed())
                    .extracting(Source::id)
                    .containsExactly(SourceId.of(alice.id(), SourceKind.CAMERA)));
            bridge().expireEndpoint(conference.id(), bob.id());
            conference.pump(() -> {}, () -> assertThat(tap.sourcesClosed()).hasSize(3));
            bridge().expireConference(conference.id());
            conference.pump(() -> {}, () -> assertThat(tap.isGone()).isTrue());
        }
    }

    @Test
    default void aTapHearsNothingThatIsMutedNorAfterItsEnd() throws BridgeException {
        if (!canBeTapped()) {
            return;
        }
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            conference.awaitConnected(alice);
            var tap = new RecordedTap();
            bridge().tap(conference.id(), tap);
            conference.pump(
                    () -> alice.peer().sendAudio(alice.audio(), 30),
                    () -> assertThat(tap.heardOf(alice.audio())).isNotEmpty());
            bridge().forceMute(conference.id(), alice.id(), true, false);
            int voice = tap.heardOf(alice.audio()).size();
            conference.pump(
                    () -> {
                        alice.peer().sendAudio(alice.audio(), 30);
                        alice.sendVideo();
                    },
                    () -> assertThat(tap.heardOf(alice.camera())).hasSizeGreaterThan(10));
            assertThat(tap.heardOf(alice.audio()).size())
                    .as("at most what was under way when the mute came")
                    .isLessThanOrEqualTo(voice + 1);
            tap.tap().close();
            int pictures = tap.heardOf(alice.camera()).size();
            var other = new RecordedTap();
            bridge().tap(conference.id(), other);
            conference.pump(alice::sendVideo, () -> assertThat(other.heardOf(alice.camera()))
                    .hasSizeGreaterThan(5));
            assertThat(tap.heardOf(alice.camera())).hasSize(pictures);
            assertThat(tap.isGone()).isFalse();
        }
    }

    @Test
    default void aTapIsShownWhatNobodyElseLooksAt() throws BridgeException {
        if (!canBeTapped()) {
            return;
        }
        try (var conference = open()) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.simulcast(alice);
            conference.awaitConnected(alice, bob);
            SourceId camera = SourceId.of(alice.id(), SourceKind.CAMERA);
            bridge().setReceiverConstraints(
                            conference.id(), bob.id(), new ReceiverConstraints(0, List.of(), 0, Map.of()));
            conference.pump(
                    () -> {}, () -> assertThat(conference.events().heights()).containsEntry(camera, 0));
            var tap = new RecordedTap();
            bridge().tap(conference.id(), tap);
            conference.pump(
                    () -> {}, () -> assertThat(conference.events().heights()).containsEntry(camera, 720));
            long best = alice.layers().get(2);
            conference.pump(
                    () -> {
                        alice.sendLayers();
                        tap.tap().requestKeyFrame(best);
                    },
                    () -> {
                        assertThat(tap.heardOf(best)).hasSizeGreaterThan(5);
                        assertThat(alice.peer().pictureLosses(best)).isPositive();
                    });
            tap.tap().close();
            conference.pump(
                    () -> {}, () -> assertThat(conference.events().heights()).containsEntry(camera, 0));
        }
    }
}
