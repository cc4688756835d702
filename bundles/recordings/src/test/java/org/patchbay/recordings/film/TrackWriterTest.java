package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.SsrcGroup;

class TrackWriterTest {

    private static final long START = 5_000_000_000L;
    private static final long MILLI = Sender.MILLI;

    private final List<TrackWriter.Stop> stops = new ArrayList<>();
    private final Set<EndpointId> agreed = ConcurrentHashMap.newKeySet();
    private final List<Long> asked = new ArrayList<>();

    private final Path folder;

    TrackWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private TrackWriter writer(long limit) {
        agreed.add(new EndpointId("alice"));
        var writer = new TrackWriter(
                folder, agreed::contains, limit, () -> false, stops::add, TrackFile.Place::create, START);
        writer.opened(new OpenTap() {
            @Override
            public void requestKeyFrame(long ssrc) {
                asked.add(ssrc);
            }

            @Override
            public void close() {}
        });
        return writer;
    }

    private Track only() throws IOException {
        List<Track> tracks = TrackList.read(folder);
        assertThat(tracks).hasSize(1);
        return tracks.get(0);
    }

    @Tag("S0.24")
    @ParameterizedTest
    @EnumSource(
            value = PayloadType.class,
            names = {"VP8", "VP9", "H264", "AV1"})
    void writesPicturesAsTheyWereSent(PayloadType type) throws Exception {
        Clip clip = Clip.make(type, 3, 640, 360);
        try (var writer = writer(Long.MAX_VALUE)) {
            Sender.camera(writer, "alice").clip(clip, START + 1_500 * MILLI);
        }
        Track track = only();
        assertThat(track.kind()).isEqualTo(SourceKind.CAMERA);
        assertThat(track.endpoint()).isEqualTo(new EndpointId("alice"));
        assertThat(track.codec()).isEqualTo(type.name().toLowerCase(java.util.Locale.ROOT));
        assertThat(track.offset()).hasMillis(1_500);
        assertThat(track.duration()).isBetween(java.time.Duration.ofMillis(2_990), java.time.Duration.ofMillis(3_010));
        assertThat(Tool.pictures(track.file())).hasSize(90).isEqualTo(Tool.pictures(clip.file()));
        assertThat(Tool.seconds(track.file())).isBetween(2.9, 3.1);
        assertThat(Tool.probe(track.file(), "stream=codec_name,width,height")).startsWith(track.codec() + ",640,360");
        assertThat(track.file().toString()).endsWith(type == PayloadType.H264 ? ".mkv" : ".webm");
    }

    @Test
    void waitsForAKeyFrameAfterALoss() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 3, 320, 180);
        try (var writer = writer(Long.MAX_VALUE)) {
            Sender alice = Sender.camera(writer, "alice");
            for (int i = 0; i < 90; i++) {
                if (i == 40) {
                    alice.lose(1);
                }
                alice.picture(clip.type(), clip.frames().get(i), i % 30 == 0, START + i * 1_000L * MILLI / 30);
            }
        }
        List<String> whole = Tool.pictures(clip.file());
        List<String> expected = new ArrayList<>(whole.subList(0, 40));
        expected.addAll(whole.subList(60, 90));
        assertThat(Tool.pictures(only().file())).isEqualTo(expected);
        assertThat(asked).contains(10L);
        assertThat(Tool.seconds(only().file())).as("time goes on").isBetween(2.9, 3.1);
    }

    @Test
    void writesTheHighestLayerThatIsSent() throws Exception {
        Clip small = Clip.make(PayloadType.VP8, 5, 320, 180);
        Clip large = Clip.make(PayloadType.VP8, 5, 640, 360);
        var alice = new EndpointId("alice");
        var source = Source.simulcast(alice, List.of(SsrcGroup.fid(100, 101), SsrcGroup.fid(200, 201)));
        try (var writer = writer(Long.MAX_VALUE)) {
            var low = new Sender(writer, source, 100);
            var high = new Sender(writer, source, 200);
            for (int i = 0; i < 150; i++) {
                long now = START + i * 1_000L * MILLI / 30;
                if (i >= 30 && i < 60) {
                    high.picture(PayloadType.VP8, large.frames().get(i), i % 30 == 0, now);
                }
                low.picture(PayloadType.VP8, small.frames().get(i), i % 30 == 0, now);
            }
        }
        Path file = only().file();
        List<String> widths = Tool.probe(file, "frame=width")
                .lines()
                .map(line -> line.replace(",", ""))
                .toList();
        List<String> expected = new ArrayList<>(java.util.Collections.nCopies(30, "320"));
        expected.addAll(java.util.Collections.nCopies(30, "640"));
        expected.addAll(java.util.Collections.nCopies(30, "320"));
        assertThat(widths).as("the last 30 once the large one had stopped").isEqualTo(expected);
        assertThat(Tool.pictures(file).subList(0, 30))
                .isEqualTo(Tool.pictures(small.file()).subList(0, 30));
        assertThat(asked).contains(100L, 200L);
    }

    @Test
    @Tag("S0.24")
    void writesNothingOfWhoDidNotAgree() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 3, 320, 180);
        try (var writer = writer(Long.MAX_VALUE)) {
            Sender.camera(writer, "bob").clip(clip, START);
            assertThat(TrackList.read(folder)).isEmpty();
            assertThat(writer.bytes()).isZero();
            Sender alice = Sender.camera(writer, "alice");
            for (int i = 0; i < 90; i++) {
                if (i == 20) {
                    agreed.clear();
                } else if (i == 50) {
                    agreed.add(new EndpointId("alice"));
                }
                alice.picture(clip.type(), clip.frames().get(i), i % 30 == 0, START + i * 1_000L * MILLI / 30);
            }
        }
        List<Track> tracks = TrackList.read(folder);
        assertThat(tracks).hasSize(2);
        assertThat(tracks.get(0).offset()).isZero();
        assertThat(tracks.get(1).offset().toMillis()).isBetween(1_998L, 2_001L);
        List<String> whole = Tool.pictures(clip.file());
        assertThat(Tool.pictures(tracks.get(0).file())).isEqualTo(whole.subList(0, 20));
        assertThat(Tool.pictures(tracks.get(1).file())).isEqualTo(whole.subList(60, 90));
    }

    @Test
    void writesVoicesWithSilenceWhereNothingCame() throws Exception {
        var tone = new Tone(440);
        try (var writer = writer(Long.MAX_VALUE)) {
            Sender alice = Sender.microphone(writer, "alice");
            for (int i = 0; i < 150; i++) {
                if (i == 50) {
                    alice.skip(960 * 50);
                }
                long at = (i < 50 ? i : i + 50) * 20L;
                alice.sound(PayloadType.OPUS, tone.next(), 30, START + at * MILLI);
            }
        }
        Path file = only().file();
        assertThat(Tool.samples(file)).isBetween(48_000L * 4 - 2_000, 48_000L * 4 + 2_000);
        assertThat(Tool.loudness(file, 0.2, 0.6)).isGreaterThan(-20);
        assertThat(Tool.loudness(file, 1.2, 0.6)).isLessThan(-60);
        assertThat(Tool.loudness(file, 2.2, 1.6)).isGreaterThan(-20);
        assertThat(Levels.read(file)).first().isEqualTo(new Levels.Loud(0, 97));
        assertThat(Levels.read(file)).extracting(Levels.Loud::millis).doesNotContain(1_500L);
    }

    @Test
    void takesFromRedWhatWasLost() throws Exception {
        var tone = new Tone(440);
        try (var writer = writer(Long.MAX_VALUE)) {
            Sender alice = Sender.microphone(writer, "alice");
            byte[] before = tone.next();
            for (int i = 0; i < 100; i++) {
                byte[] now = tone.next();
                if (i % 3 == 1) {
                    alice.lose(1);
                    alice.skip(960);
                } else {
                    alice.sound(PayloadType.RED, red(before, now), 30, START + i * 20L * MILLI);
                }
                before = now;
            }
        }
        Path file = only().file();
        long packets = Tool.probe(file, "packet=size")
                .lines()
                .filter(size -> !size.startsWith("3"))
                .count();
        assertThat(packets).as("each third was lost, and came with the next").isBetween(99L, 101L);
        assertThat(Tool.samples(file)).isBetween(95_000L, 97_000L);
    }

    private static byte[] red(byte[] before, byte[] now) {
        var payload = java.nio.ByteBuffer.allocate(5 + before.length + now.length);
        payload.put((byte) (0x80 | PayloadType.OPUS.number()));
        payload.put((byte) (960 >> 6)).putShort((short) before.length);
        return payload.put((byte) PayloadType.OPUS.number())
                .put(before)
                .put(now)
                .array();
    }

    @Test
    void putsWhatOneSendsOnOneClock() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 2, 320, 180);
        var tone = new Tone(440);
        long ntp = 3_900_000_000L << 32;
        try (var writer = writer(Long.MAX_VALUE)) {
            Sender camera = Sender.camera(writer, "alice");
            Sender microphone = Sender.microphone(writer, "alice");
            // The picture is 200 ms longer on its way than the voice.
            microphone.sound(PayloadType.OPUS, tone.next(), 30, START + 1_000 * MILLI);
            camera.picture(clip.type(), clip.frames().get(0), true, START + 1_200 * MILLI);
            microphone.report(ntp, microphone.timestamp() - 960, START + 1_000 * MILLI);
            camera.report(ntp, camera.timestamp() - 3_000, START + 1_201 * MILLI);
            for (int i = 1; i < 60; i++) {
                camera.picture(
                        clip.type(), clip.frames().get(i), i % 30 == 0, START + (1_200 + i * 1_000L / 30) * MILLI);
            }
        }
        Track camera = TrackList.read(folder).stream()
                .filter(track -> track.kind() == SourceKind.CAMERA)
                .findFirst()
                .orElseThrow();
        String last = Tool.probe(camera.file(), "packet=pts_time")
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();
        double end = camera.offset().toMillis() / 1_000.0 + Double.parseDouble(last.replace(",", ""));
        assertThat(end).as("59 frames after the voice began").isBetween(2.95, 2.98);
    }

    @Test
    void stopsAtItsLimit() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 3, 640, 360);
        try (var writer = writer(100_000)) {
            Sender.camera(writer, "alice").clip(clip, START);
            assertThat(stops).containsExactly(TrackWriter.Stop.LIMIT);
            assertThat(writer.bytes()).isBetween(50_000L, 100_000L);
        }
        assertThat(only().bytes()).isBetween(50_000L, 101_000L);
        int pictures = Tool.pictures(only().file()).size();
        assertThat(pictures).isPositive();
        assertThat(Tool.pictures(only().file()))
                .isEqualTo(Tool.pictures(clip.file()).subList(0, pictures));
    }

    @Test
    @Tag("S1.08")
    void aFullDiskLeavesPlayableFiles() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 4, 640, 360);
        agreed.add(new EndpointId("alice"));
        var disk = new SmallDisk(150_000);
        try (var writer =
                new TrackWriter(folder, agreed::contains, Long.MAX_VALUE, () -> false, stops::add, disk::open, START)) {
            Sender.camera(writer, "alice").clip(clip, START);
            assertThat(stops).containsExactly(TrackWriter.Stop.DISK);
        }
        int pictures = Tool.pictures(only().file()).size();
        assertThat(pictures).isPositive();
        assertThat(Tool.pictures(only().file()))
                .isEqualTo(Tool.pictures(clip.file()).subList(0, pictures));
        assertThat(Tool.seconds(only().file())).isPositive();
    }

    @Test
    void endsWithTheConference() throws Exception {
        Clip clip = Clip.make(PayloadType.VP8, 1, 320, 180);
        var writer = writer(Long.MAX_VALUE);
        Sender.camera(writer, "alice").clip(clip, START);
        writer.conferenceGone();
        assertThat(stops).containsExactly(TrackWriter.Stop.CONFERENCE_GONE);
        assertThat(Tool.pictures(only().file())).hasSize(30);
        writer.close();
        assertThat(stops).hasSize(1);
    }
}
