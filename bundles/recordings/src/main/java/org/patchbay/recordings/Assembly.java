package org.patchbay.recordings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.recordings.RecordingPart.Kind;
import org.patchbay.recordings.film.Cast;
import org.patchbay.recordings.film.Film;
import org.patchbay.recordings.film.FilmMaker;
import org.patchbay.recordings.film.MixedSound;
import org.patchbay.recordings.film.Progress;
import org.patchbay.recordings.film.Track;
import org.patchbay.recordings.film.TrackList;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.meetings.RecordedPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a recording that has been put together. Immutable. */
record Assembly(List<File> files, Optional<Recording.Filmless> filmless) {

    private static final Logger log = LoggerFactory.getLogger(Assembly.class);
    private static final String SOUND = "sound.webm";

    /** A file and what it is. */
    record File(RecordingPart part, Path path) {}

    Assembly {
        files = List.copyOf(files);
    }

    /** Mixes the sound and makes the film of what is in the folder. */
    static Assembly of(Path folder, String title, Predicate<String> known, FilmMaker films, Progress progress)
            throws IOException, InterruptedException {
        TrackList.repair(folder);
        List<Track> tracks = TrackList.read(folder);
        if (tracks.isEmpty()) {
            return new Assembly(List.of(), Optional.of(Recording.Filmless.EMPTY));
        }
        Map<EndpointId, RecordedPerson> people = RecordedPeople.of(folder);
        // Who was erased meanwhile is nobody in what is kept.
        people.values()
                .removeIf(who -> who.person().filter(id -> !known.test(id)).isPresent());
        List<File> files = new ArrayList<>();
        Optional<Recording.Filmless> filmless = Optional.empty();
        if (films.available().isEmpty()) {
            filmless = Optional.of(Recording.Filmless.NO_FFMPEG);
        } else {
            try {
                add(files, films.make(folder, new Cast(title, names(people)), progress));
            } catch (IOException e) {
                log.warn("There is no film of the recording in {}", folder, e);
                filmless = Optional.of(Recording.Filmless.FAILED);
            }
        }
        Optional<Path> sound = filmless.isPresent() ? mixed(folder, progress) : soundOfFilm(folder);
        if (sound.isPresent()) {
            add(files, Kind.SOUND, "audio/webm", sound.get(), length(tracks));
        }
        for (Track track : tracks) {
            Optional<RecordedPerson> whose = Optional.ofNullable(people.get(track.endpoint()));
            files.add(new File(
                    new RecordingPart(
                            files.size() + 1,
                            kind(track.kind()),
                            track.mediaType(),
                            whose.map(RecordedPerson::name),
                            whose.flatMap(RecordedPerson::person),
                            track.offset().toMillis(),
                            track.duration().toMillis(),
                            track.bytes()),
                    track.file()));
        }
        return new Assembly(files, filmless);
    }

    /** On a full disk there is no room for it: the tracks are kept all the same. */
    private static Optional<Path> mixed(Path folder, Progress progress) throws InterruptedException {
        try {
            return MixedSound.mix(folder, progress);
        } catch (IOException e) {
            log.warn("There is no mixed sound of the recording in {}", folder, e);
            return Optional.empty();
        }
    }

    /** Whoever makes the film has mixed it already. */
    private static Optional<Path> soundOfFilm(Path folder) {
        return Optional.of(folder.resolve(SOUND)).filter(Files::exists);
    }

    private static Map<EndpointId, String> names(Map<EndpointId, RecordedPerson> people) {
        Map<EndpointId, String> names = new HashMap<>();
        people.forEach((endpoint, person) -> names.put(endpoint, person.name()));
        return names;
    }

    private static Duration length(List<Track> tracks) {
        return tracks.stream()
                .map(track -> track.offset().plus(track.duration()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static void add(List<File> files, Film film) throws IOException {
        add(files, Kind.FILM, "video/webm", film.file(), film.duration());
        if (Files.exists(film.thumbnail())) {
            add(files, Kind.THUMBNAIL, "image/jpeg", film.thumbnail(), Duration.ZERO);
        }
    }

    private static void add(List<File> files, Kind kind, String mediaType, Path path, Duration length)
            throws IOException {
        files.add(new File(
                new RecordingPart(
                        files.size() + 1,
                        kind,
                        mediaType,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        length.toMillis(),
                        Files.size(path)),
                path));
    }

    private static Kind kind(SourceKind kind) {
        return switch (kind) {
            case AUDIO -> Kind.MICROPHONE;
            case CAMERA -> Kind.CAMERA;
            case DESKTOP -> Kind.SCREEN;
            case DESKTOP_AUDIO -> Kind.SCREEN_SOUND;
        };
    }

    List<RecordingPart> parts() {
        return files.stream().map(File::part).toList();
    }

    long bytes() {
        return parts().stream().mapToLong(RecordingPart::bytes).sum();
    }

    boolean hasFilm() {
        return parts().stream().anyMatch(part -> part.kind() == Kind.FILM);
    }

    /** The same without the film and its picture. */
    Assembly withoutFilm(Recording.Filmless why) {
        return new Assembly(
                files.stream()
                        .filter(file ->
                                file.part().kind() != Kind.FILM && file.part().kind() != Kind.THUMBNAIL)
                        .toList(),
                Optional.of(why));
    }
}
