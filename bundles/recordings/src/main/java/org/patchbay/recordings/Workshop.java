package org.patchbay.recordings;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.recordings.film.FilmMaker;
import org.patchbay.recordings.store.RecordingStore;
import org.patchbay.recordings.store.StoredRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts recordings together whose tracks are on this server, one after another: those that have ended, and those that a
 * killed server left. What is not done when the server stops is begun anew after the next start. Thread-safe.
 */
@Component(service = Workshop.class, immediate = true, configurationPid = "org.patchbay.recordings")
public final class Workshop {

    private static final Logger log = LoggerFactory.getLogger(Workshop.class);

    private static final int AT_ONCE = 1000;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final RecordingStore store;
    private final Chronicle chronicle;
    private final RecordingFiles files;
    private final Recorder recorder;
    private final Holds holds;
    private final Deletions deletions;
    private final FilmMaker films;
    private final Clock clock;
    private final Leftovers leftovers;
    private final Map<RecordingId, Pause> pauses = new HashMap<>();
    private final ScheduledExecutorService bench = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "patchbay-recordings-workshop");
        thread.setDaemon(true);
        return thread;
    });

    private record Pause(Instant until, Duration length) {}

    @Activate
    public Workshop(
            @Reference RecordingStore store,
            @Reference Chronicle chronicle,
            @Reference RecordingFiles files,
            @Reference Recorder recorder,
            @Reference Holds holds,
            @Reference Deletions deletions,
            RecordingsConfig config) {
        this(store, chronicle, files, recorder, holds, deletions, new FilmMaker(config.ffmpeg()), Clock.systemUTC());
        recorder.afterwards(() -> bench.execute(this::look));
        var unused = bench.scheduleWithFixedDelay(this::look, 0, config.lookSeconds(), TimeUnit.SECONDS);
    }

    Workshop(
            RecordingStore store,
            Chronicle chronicle,
            RecordingFiles files,
            Recorder recorder,
            Holds holds,
            Deletions deletions,
            FilmMaker films,
            Clock clock) {
        this.store = store;
        this.chronicle = chronicle;
        this.files = files;
        this.recorder = recorder;
        this.holds = holds;
        this.deletions = deletions;
        this.films = films;
        this.clock = clock;
        this.leftovers = new Leftovers(store, files, recorder);
    }

    /** Whether films are made here. */
    boolean makesFilms() {
        return films.available().isPresent();
    }

    /** Does what there is to do; one that fails waits a while, and keeps no other from being done. */
    void look() {
        try {
            leftovers.sweep();
        } catch (IOException | RuntimeException e) {
            log.warn("Folders of recordings that are no more cannot be looked for", e);
        }
        try {
            for (RecordingStore.Located one : store.unfinished(AT_ONCE)) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                consider(one.portal(), one.recording());
            }
        } catch (RuntimeException e) {
            log.warn("Recordings cannot be looked for", e);
        }
    }

    private void consider(PortalId portal, StoredRecording recording) {
        RecordingId id = recording.id();
        Pause pause = pauses.getOrDefault(id, new Pause(Instant.MIN, FIRST_PAUSE));
        if (recorder.isHeld(id) || !files.isHere(portal, id) || clock.instant().isBefore(pause.until())) {
            return;
        }
        holds.hold(id);
        try {
            finish(portal, recording);
            pauses.remove(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.warn("Recording {} of portal {} cannot be put together yet", id, portal, e);
            Duration twice = pause.length().multipliedBy(2);
            pauses.put(
                    id,
                    new Pause(
                            clock.instant().plus(pause.length()),
                            twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE));
        } finally {
            holds.letGo(id);
        }
    }

    private void finish(PortalId portal, StoredRecording recording) throws IOException, InterruptedException {
        RecordingId id = recording.id();
        if (recording.state() == Recording.State.RECORDING) {
            chronicle.ended(portal, id, Optional.of(Recording.Cut.LOST), Optional.empty());
        }
        Assembly made = Assembly.of(
                files.work(portal, id),
                recording.title(),
                person -> recorder.knows(portal, person),
                films,
                share -> holds.hold(id));
        if (!keep(portal, id, made)) {
            made = made.withoutFilm(Recording.Filmless.QUOTA);
            keep(portal, id, made);
        }
        files.clear(portal, id);
    }

    /** Keeps the files; false if the owner has no room for them, though without the film there may be. */
    private boolean keep(PortalId portal, RecordingId id, Assembly made) throws IOException {
        if (made.hasFilm() && !fits(portal, id, made)) {
            return false;
        }
        deletions.expect(portal, id, made.parts());
        for (Assembly.File file : made.files()) {
            files.keep(portal, id, file.part(), file.path());
            holds.hold(id);
        }
        if (!chronicle.finished(portal, id, made.filmless(), made.parts())) {
            log.info("Recording {} was deleted while it was put together", id);
        }
        return true;
    }

    private boolean fits(PortalId portal, RecordingId id, Assembly made) {
        return store.find(portal, id)
                .map(present -> {
                    long more = made.bytes() - present.reserved();
                    return more <= 0 || more <= chronicle.room(portal, present);
                })
                .orElse(true);
    }

    @Deactivate
    public void close() {
        bench.shutdownNow();
        try {
            if (!bench.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("A recording is still being put together");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
