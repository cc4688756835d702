package org.patchbay.videobridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.media.transport.LoopbackPeer;
import org.patchbay.recordings.film.Track;
import org.patchbay.recordings.film.TrackList;
import org.patchbay.recordings.film.TrackWriter;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.testing.media.TestConference;

/** What is said and shown on a videobridge comes to the tracks of a recording. */
interface RecordingContract {

    MediaBridge bridge();

    /** After which time it forwards the largest layer. */
    default Duration growth() {
        return Duration.ofSeconds(4);
    }

    /** A recorder of those who agreed, which nothing ends but its test. */
    static TrackWriter recorder(Path folder, Set<EndpointId> agreed, List<TrackWriter.Stop> stops) {
        return new TrackWriter(folder, agreed::contains, 100_000_000, () -> false, stops::add);
    }

    static void talk(TestConference conference, Duration time, Talker... talkers) {
        for (long second = 0; second < time.toSeconds(); second++) {
            Duration until = talkers[0].talked().plusSeconds(1);
            conference.pump(() -> List.of(talkers).forEach(Talker::send), () -> assertThat(talkers[0].talked())
                    .isGreaterThanOrEqualTo(until));
        }
    }

    @Test
    @Tag("S0.24")
    default void recordsWhatTwoSayAndShow(@TempDir Path folder) throws Exception {
        Path tracks = folder.resolve("tracks");
        List<TrackWriter.Stop> stops = new CopyOnWriteArrayList<>();
        try (var conference = new TestConference(bridge(), LoopbackPeer::new)) {
            var alice = conference.join("aaaa0001", 1000);
            var bob = conference.join("aaaa0002", 2000);
            conference.awaitConnected(alice, bob);
            var first = Talker.with(alice, Clip.make(folder, 180));
            var second = Talker.with(bob, Clip.make(folder, 360));
            try (var recorder = recorder(tracks, Set.of(alice.id(), bob.id()), stops)) {
                bridge().tap(conference.id(), recorder);
                conference.pump(
                        () -> List.of(first, second).forEach(Talker::send),
                        () -> assertThat(TrackList.read(tracks)).hasSize(4));
                talk(conference, growth(), first, second);
            }
            assertThat(stops).isEmpty();
            assertThat(TrackList.read(tracks)).extracting(Track::endpoint).containsOnly(alice.id(), bob.id());
            for (EndpointId name : List.of(alice.id(), bob.id())) {
                sounds(track(tracks, name, SourceKind.AUDIO));
                shows(track(tracks, name, SourceKind.CAMERA), name.equals(alice.id()) ? 180 : 360);
            }
        }
    }

    private static Path track(Path tracks, EndpointId endpoint, SourceKind kind) throws IOException {
        List<Track> found = TrackList.read(tracks).stream()
                .filter(track -> track.endpoint().equals(endpoint) && track.kind() == kind)
                .toList();
        assertThat(found).as("%s of %s", kind, endpoint).hasSize(1);
        assertThat(found.get(0).duration()).isBetween(Duration.ofMillis(2_500), Duration.ofMinutes(1));
        return found.get(0).file();
    }

    private static void sounds(Path file) {
        assertThat(Ffmpeg.codec(file)).isEqualTo("opus");
        Ffmpeg.decode(file);
        assertThat(Ffmpeg.loudness(file)).isBetween(-25.0, -10.0);
    }

    private static void shows(Path file, int height) {
        assertThat(Ffmpeg.codec(file)).isEqualTo("vp8");
        Ffmpeg.decode(file);
        assertThat(Ffmpeg.heights(file)).hasSizeGreaterThan(75).containsOnly(height);
    }

    /** The largest layer there is, in one track whatever is forwarded. */
    @Test
    @Tag("S0.24")
    default void recordsTheLargestLayer(@TempDir Path folder) throws Exception {
        Path tracks = folder.resolve("tracks");
        List<TrackWriter.Stop> stops = new CopyOnWriteArrayList<>();
        try (var conference = new TestConference(bridge(), LoopbackPeer::new)) {
            var alice = conference.join("aaaa0001", 1000);
            conference.simulcast(alice);
            conference.awaitConnected(alice);
            var talker =
                    Talker.with(alice, List.of(Clip.make(folder, 180), Clip.make(folder, 360), Clip.make(folder, 720)));
            try (var recorder = recorder(tracks, Set.of(alice.id()), stops)) {
                bridge().tap(conference.id(), recorder);
                conference.pump(
                        talker::send, () -> assertThat(TrackList.read(tracks)).hasSize(2));
                talk(conference, growth(), talker);
            }
            Path camera = track(tracks, alice.id(), SourceKind.CAMERA);
            Ffmpeg.decode(camera);
            List<Integer> heights = Ffmpeg.heights(camera);
            assertThat(heights).hasSizeGreaterThan(90);
            assertThat(heights.subList(heights.size() / 2, heights.size())).contains(720);
        }
    }
}
