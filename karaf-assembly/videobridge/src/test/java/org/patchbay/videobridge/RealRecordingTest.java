package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.media.EmbeddedBridge;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.recordings.film.Track;
import org.patchbay.recordings.film.TrackList;
import org.patchbay.recordings.film.TrackWriter;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.media.TestConference;

/** The recorder on a real videobridge on this machine, whose address {@code E2E_JVB} names. */
@EnabledIfEnvironmentVariable(named = "E2E_JVB", matches = "http.+")
class RealRecordingTest implements RecordingContract {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2));
    private static final EmbeddedBridge MEDIA = new EmbeddedBridge(new Settings());
    private static final JvbBridge BRIDGE = new JvbBridge(
            "real",
            URI.create(System.getenv().getOrDefault("E2E_JVB", "http://127.0.0.1:8080")),
            "",
            0,
            new LoopbackTrustedHttp(),
            TIMING,
            () -> Optional.of(MEDIA));

    @BeforeAll
    static void start() {
        BRIDGE.start();
        await().until(() -> BRIDGE.stats().healthy());
    }

    @AfterAll
    static void stop() {
        BRIDGE.close();
    }

    @Override
    public MediaBridge bridge() {
        return BRIDGE;
    }

    /** It looks for bandwidth little by little, and counts anew what there is every 15 seconds. */
    @Override
    public Duration growth() {
        return Duration.ofSeconds(20);
    }

    /** It falls back to a smaller layer when the larger ones fail, and the track goes on. */
    @Test
    void aSwitchOfLayersBreaksNoTrack(@TempDir Path folder) throws Exception {
        Path tracks = folder.resolve("tracks");
        List<TrackWriter.Stop> stops = new CopyOnWriteArrayList<>();
        try (var conference = new TestConference(BRIDGE, LoopbackPeer::new)) {
            var alice = conference.join("aaaa0001", 1000);
            conference.simulcast(alice);
            conference.awaitConnected(alice);
            var talker =
                    Talker.with(alice, List.of(Clip.make(folder, 180), Clip.make(folder, 360), Clip.make(folder, 720)));
            try (var recorder = RecordingContract.recorder(tracks, Set.of(alice.id()), stops)) {
                BRIDGE.tap(conference.id(), recorder);
                RecordingContract.talk(conference, growth(), talker);
                talker.limit(1);
                RecordingContract.talk(conference, Duration.ofSeconds(6), talker);
                talker.limit(3);
                RecordingContract.talk(conference, growth(), talker);
            }
            assertThat(stops).isEmpty();
            List<Track> cameras = TrackList.read(tracks).stream()
                    .filter(track -> track.kind() == SourceKind.CAMERA)
                    .toList();
            assertThat(cameras).hasSize(1);
            Path camera = cameras.get(0).file();
            Ffmpeg.decode(camera);
            // large, then two seconds or more of small ones alone, then large again
            assertThat(Ffmpeg.heights(camera).stream()
                            .map(height -> height == 180 ? "s" : height == 720 ? "l" : "m")
                            .collect(Collectors.joining()))
                    .containsPattern("l.*s{60}.*l");
        }
    }
}
