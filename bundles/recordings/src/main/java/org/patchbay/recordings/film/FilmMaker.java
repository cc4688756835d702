package org.patchbay.recordings.film;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one film of the tracks of a recording with ffmpeg, a process of its own: who speaks is large, the others are in a
 * strip beside; a shared screen is large while it is shared. Thread-safe.
 */
public final class FilmMaker {

    static final String FILM = "film.webm";
    static final String THUMBNAIL = "film.jpg";

    private static final Logger log = LoggerFactory.getLogger(FilmMaker.class);
    private static final String PARTS = "film.parts";
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final Duration PATIENCE_FOR_VERSION = Duration.ofSeconds(10);
    private static final Duration LEAST_TIME = Duration.ofMinutes(10);
    private static final int TIMES_ITS_DURATION = 10;
    private static final double SHARE_OF_SOUND = 0.1;
    private static final double SHARE_OF_SCENES = 0.85;
    private static final Pattern VERSION = Pattern.compile("ffmpeg version (\\S+)");

    private final String command;
    private @Nullable Found found;

    private record Found(Optional<Ffmpeg> ffmpeg, boolean canWrite, long atNanos) {}

    /** Takes the path of ffmpeg, or its name to be looked for in the {@code PATH}. */
    public FilmMaker(String command) {
        this.command = command;
    }

    /** The ffmpeg that would be used; empty if there is none that runs. Looked for once a minute at most. */
    public Optional<Ffmpeg> available() {
        return found().ffmpeg();
    }

    private synchronized Found found() {
        Found last = found;
        if (last == null || System.nanoTime() - last.atNanos() > LOOK_AGAIN.toNanos()) {
            last = look();
            found = last;
        }
        return last;
    }

    private Found look() {
        for (Path path : candidates()) {
            try {
                String said = FfmpegRun.version(path, PATIENCE_FOR_VERSION);
                Matcher version = VERSION.matcher(said);
                if (version.find()) {
                    boolean canWrite = said.contains("--enable-libfreetype");
                    return new Found(Optional.of(new Ffmpeg(path, version.group(1))), canWrite, System.nanoTime());
                }
            } catch (IOException e) {
                log.debug("No ffmpeg at {}", path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new Found(Optional.empty(), false, System.nanoTime());
    }

    private List<Path> candidates() {
        Path given = Path.of(command);
        if (given.getNameCount() > 1 || given.isAbsolute()) {
            return Files.isExecutable(given) ? List.of(given) : List.of();
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(given))
                .filter(Files::isExecutable)
                .toList();
    }

    /**
     * Makes {@code film.webm} and {@code film.jpg} in the folder, which replace those of an earlier call, and {@code sound.webm} as
     * {@link MixedSound} does, which is the film's sound. Blocks; interrupting the thread ends ffmpeg with all it started.
     *
     * @throws IOException if there is no ffmpeg, no track, no room on the disk, or ffmpeg failed or took too long
     */
    public Film make(Path folder, Cast cast, Progress progress) throws IOException, InterruptedException {
        Path absolute = folder.toAbsolutePath();
        Found ready = found();
        Path ffmpeg = ready.ffmpeg()
                .orElseThrow(() -> new IOException("There is no ffmpeg"))
                .path();
        List<Track> tracks = TrackList.read(absolute);
        long millis = tracks.stream()
                .mapToLong(track -> track.offset().plus(track.duration()).toMillis())
                .max()
                .orElseThrow(() -> new IOException("There is no track"));
        long allowed = Math.max(
                LEAST_TIME.toNanos(),
                Duration.ofMillis(millis * TIMES_ITS_DURATION).toNanos());
        long deadline = System.nanoTime() + allowed;
        Path parts = absolute.resolve(PARTS);
        delete(parts);
        Files.createDirectories(parts);
        try {
            Optional<Path> sound = MixedSound.mix(absolute, share -> progress.reached(share * SHARE_OF_SOUND));
            List<Scene> scenes = new Direction(shown(tracks), Turn.of(tracks), millis).scenes();
            var stage = new Stage(parts, cast.names(), ready.canWrite());
            for (int i = 0; i < scenes.size(); i++) {
                FfmpegRun.run(ffmpeg, parts, stage.options(scenes.get(i), scene(i)), deadline);
                progress.reached(
                        SHARE_OF_SOUND + SHARE_OF_SCENES * scenes.get(i).endMillis() / millis);
            }
            FfmpegRun.run(ffmpeg, parts, join(scenes, sound, cast, parts), deadline);
            FfmpegRun.run(ffmpeg, parts, thumbnail(millis), deadline);
            move(parts, absolute, FILM);
            move(parts, absolute, THUMBNAIL);
        } finally {
            delete(parts);
        }
        progress.reached(1);
        return new Film(absolute.resolve(FILM), absolute.resolve(THUMBNAIL), Duration.ofMillis(millis));
    }

    private static List<Shown> shown(List<Track> tracks) throws IOException {
        List<Shown> all = new ArrayList<>();
        for (Track track : tracks) {
            if (track.kind().isVideo()) {
                all.addAll(Shown.of(track));
            }
        }
        return all;
    }

    private static String scene(int index) {
        return String.format(Locale.ROOT, "scene-%05d.webm", index);
    }

    /** Puts the scenes one after another, as they are, with the sound. */
    private static List<String> join(List<Scene> scenes, Optional<Path> sound, Cast cast, Path parts)
            throws IOException {
        var list = new StringBuilder("ffconcat version 1.0\n");
        for (int i = 0; i < scenes.size(); i++) {
            long millis = scenes.get(i).endMillis() - scenes.get(i).startMillis();
            list.append("file ").append(scene(i)).append('\n');
            list.append(String.format(Locale.ROOT, "duration %d.%03d%n", millis / 1_000, millis % 1_000));
        }
        Files.writeString(parts.resolve("scenes.txt"), list);
        List<String> options = new ArrayList<>(List.of("-f", "concat", "-i", "scenes.txt"));
        sound.ifPresent(file -> options.addAll(List.of("-i", "file:" + file)));
        options.addAll(List.of("-map", "0:v"));
        if (sound.isPresent()) {
            options.addAll(List.of("-map", "1:a"));
        }
        options.addAll(List.of(
                "-c",
                "copy",
                "-map_metadata",
                "-1",
                "-metadata",
                "title=" + cast.title().replaceAll("\\p{Cntrl}", " ")));
        options.addAll(List.of("-f", "webm", FILM));
        return options;
    }

    private static List<String> thumbnail(long millis) {
        String third = String.format(Locale.ROOT, "%.3f", millis / 3_000.0);
        return List.of(
                "-ss",
                third,
                "-i",
                FILM,
                "-frames:v",
                "1",
                "-vf",
                "scale=640:-2",
                "-q:v",
                "4",
                "-update",
                "1",
                THUMBNAIL);
    }

    private static void move(Path from, Path to, String name) throws IOException {
        Files.move(
                from.resolve(name),
                to.resolve(name),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
