package org.patchbay.recordings.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.PayloadType;
import org.patchbay.spi.media.Source;

class FilmMakerTest {

    private static final long START = 5_000_000_000L;
    private static final Cast CAST = new Cast(
            "Weekly: 'plans' [draft]",
            Map.of(new EndpointId("alice"), "Alice: \\'A\\' %{pts}", new EndpointId("bob"), "Bob"));

    private static final List<Integer> RED = List.of(253, 0, 0);
    private static final List<Integer> GREEN = List.of(0, 255, 0);
    private static final List<Integer> BLUE = List.of(0, 0, 254);

    private final Path folder;
    private final FilmMaker maker = new FilmMaker("ffmpeg");

    FilmMakerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /**
     * Alice, red, is there from the beginning and speaks until second 4; her camera becomes larger at second 3. Bob, blue, joins
     * at second 2, speaks from 4 on and shows a green screen from 5 to 7.
     */
    private void record() {
        try (var writer = new TrackWriter(
                folder, endpoint -> true, Long.MAX_VALUE, () -> false, stop -> {}, TrackFile.Place::create, START)) {
            Sender alice = Sender.camera(writer, "alice");
            alice.clip(Clip.coloured(PayloadType.VP8, "red", 3, 320, 180), START);
            alice.clip(Clip.coloured(PayloadType.VP8, "red", 5, 640, 360), at(3_000));
            say(writer, "alice", 0, 4_000);
            Sender.camera(writer, "bob").clip(Clip.coloured(PayloadType.VP9, "blue", 6, 640, 360), at(2_000));
            say(writer, "bob", 4_000, 8_000);
            var screen = new Sender(writer, Source.desktop(new EndpointId("bob"), 30, 31));
            screen.clip(Clip.coloured(PayloadType.H264, "lime", 2, 1_280, 720), at(5_000));
        }
    }

    private static long at(long millis) {
        return START + millis * Sender.MILLI;
    }

    private static void say(TrackWriter writer, String name, long from, long to) {
        var tone = new Tone(440);
        Sender sender = Sender.microphone(writer, name);
        for (long millis = from; millis < to; millis += 20) {
            sender.sound(PayloadType.OPUS, tone.next(), 20, at(millis));
        }
    }

    @Test
    @Tag("S0.24")
    void showsWhoSpeaksAndWhatIsShared() throws Exception {
        record();
        List<Double> progress = new ArrayList<>();
        Film film = maker.make(folder, CAST, progress::add);
        Path file = film.file();
        assertThat(Tool.probe(file, "stream=codec_name")).isEqualTo("vp8\nopus");
        assertThat(Tool.pictures(file)).hasSize(200);
        assertThat(Tool.seconds(file)).isBetween(7.9, 8.1);
        assertThat(film.duration()).hasMillis(8_000);
        assertThat(Tool.samples(file)).isBetween(380_000L, 386_000L);
        assertThat(Tool.loudness(file, 1, 6)).isGreaterThan(-25);
        assertThat(Tool.probe(file, "stream=width,height")).startsWith("1280,720");
        assertThat(Tool.probe(file, "format_tags=title")).isEqualTo(CAST.title());

        assertColour(file, 1.0, 640, 360, RED);
        assertColour(file, 1.0, 1_200, 60, RED);
        assertColour(file, 2.8, 500, 360, RED);
        assertColour(file, 2.8, 1_200, 60, BLUE);
        assertColour(file, 3.5, 500, 360, RED);
        assertColour(file, 4.7, 500, 360, BLUE);
        assertColour(file, 4.7, 1_200, 60, RED);
        assertColour(file, 6.0, 500, 360, GREEN);
        assertColour(file, 6.0, 1_200, 60, BLUE);
        assertColour(file, 6.0, 1_200, 200, RED);
        assertColour(file, 7.5, 500, 360, BLUE);

        assertThat(Tool.probe(film.thumbnail(), "stream=codec_name,width,height"))
                .isEqualTo("mjpeg,640,360");
        assertThat(progress).isSorted().endsWith(1.0);
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> String.valueOf(path.getFileName())))
                    .contains("film.webm", "film.jpg", "sound.webm")
                    .noneMatch(name -> name.contains("part"));
        }
        maker.make(folder, CAST, share -> {});
        assertThat(Tool.pictures(file)).as("once more").hasSize(200);
    }

    private static void assertColour(Path film, double seconds, int x, int y, List<Integer> wanted) {
        List<Integer> seen = Tool.colour(film, seconds, x, y);
        for (int i = 0; i < 3; i++) {
            assertThat(seen.get(i))
                    .as("at %s s, %s x %s: %s", seconds, x, y, seen)
                    .isBetween(wanted.get(i) - 40, wanted.get(i) + 40);
        }
    }

    @Test
    void aPictureThatStaysIsSeenWhoeverSpeaks() throws Exception {
        Clip green = Clip.coloured(PayloadType.VP8, "lime", 1, 1_280, 720);
        try (var writer = new TrackWriter(
                folder, endpoint -> true, Long.MAX_VALUE, () -> false, stop -> {}, TrackFile.Place::create, START)) {
            var screen = new Sender(writer, Source.desktop(new EndpointId("bob"), 30, 31));
            Sender.camera(writer, "alice").clip(Clip.coloured(PayloadType.VP8, "red", 8, 320, 180), START);
            screen.picture(PayloadType.VP8, green.frames().get(0), true, START);
            screen.skip(8 * 90_000 - 3_000);
            screen.picture(PayloadType.VP8, green.frames().get(1), false, at(8_000));
            Sender.camera(writer, "carol").clip(Clip.coloured(PayloadType.VP8, "blue", 3, 320, 180), at(4_000));
        }
        Path film = maker.make(folder, CAST, share -> {}).file();
        assertColour(film, 1.0, 500, 360, GREEN);
        assertColour(film, 5.0, 500, 360, GREEN);
        assertColour(film, 5.0, 1_200, 200, BLUE);
        assertColour(film, 7.5, 500, 360, GREEN);
        assertColour(film, 7.5, 1_200, 60, RED);
        assertThat(Tool.pictures(film)).hasSizeBetween(200, 203);
    }

    @Test
    void aMeetingWithoutPicturesIsAFilmToo() throws Exception {
        try (var writer = new TrackWriter(
                folder, endpoint -> true, Long.MAX_VALUE, () -> false, stop -> {}, TrackFile.Place::create, START)) {
            say(writer, "alice", 0, 3_000);
        }
        Path film = maker.make(folder, CAST, share -> {}).file();
        assertThat(Tool.pictures(film)).hasSize(75);
        assertThat(Tool.loudness(film, 0.5, 2)).isGreaterThan(-25);
    }

    @Test
    void interruptingEndsFfmpegAndCleansUp() throws Exception {
        record();
        assertThatThrownBy(() -> maker.make(folder, CAST, share -> {
                    if (share > 0.15) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> process.info().command().orElse("").contains("ffmpeg")))
                .isEmpty();
        assertThat(folder.resolve("film.webm")).doesNotExist();
        assertThat(folder.resolve("film.parts")).doesNotExist();
    }

    @Test
    void saysWhyFfmpegFailed() throws Exception {
        record();
        Path broken = folder.resolve("broken");
        Files.writeString(
                broken,
                "#!/bin/sh\n[ \"$1\" = -version ] && echo ffmpeg version 9.9 && exit 0\necho No such codec; exit 3\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();
        var failing = new FilmMaker(broken.toString());
        assertThat(failing.available()).contains(new Ffmpeg(broken, "9.9"));
        assertThatThrownBy(() -> failing.make(folder, CAST, share -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No such codec");
    }

    @Test
    @Tag("S1.08")
    void knowsWhetherThereIsFfmpeg() {
        assertThat(maker.available()).isPresent();
        assertThat(maker.available().orElseThrow().version()).matches("\\d.*");
        var nowhere = new FilmMaker(folder.resolve("ffmpeg").toString());
        assertThat(nowhere.available()).isEmpty();
        assertThat(new FilmMaker("no-such-ffmpeg").available()).isEmpty();
        assertThatThrownBy(() -> nowhere.make(folder, CAST, share -> {})).hasMessageContaining("no ffmpeg");
        assertThatThrownBy(() -> maker.make(folder, CAST, share -> {})).hasMessageContaining("no track");
    }
}
