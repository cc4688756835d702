package org.patchbay.recordings;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.recordings.store.Deletion;
import org.patchbay.recordings.store.DeletionStore;
import org.patchbay.recordings.store.StoredRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the files of recordings that are no more from the storage, on one node at a time. What fails is tried again after
 * a minute, two, four, and at last every hour, until it works. Thread-safe.
 */
@Component(service = Deletions.class, immediate = true)
public final class Deletions {

    private static final Logger log = LoggerFactory.getLogger(Deletions.class);

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 100;

    /** A storage that fails so often one after another is left in peace until the next time. */
    private static final int MOST_FAILURES = 3;

    private final DeletionStore store;
    private final RecordingFiles files;
    private final Holds holds;
    private final UnitOfWork unit;
    private final Clock clock;
    private final Task task;

    @Activate
    public Deletions(
            @Reference DeletionStore store,
            @Reference RecordingFiles files,
            @Reference Holds holds,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this(store, files, holds, unit, cluster, Clock.systemUTC());
    }

    Deletions(DeletionStore store, RecordingFiles files, Holds holds, UnitOfWork unit, Cluster cluster, Clock clock) {
        this.store = store;
        this.files = files;
        this.holds = holds;
        this.unit = unit;
        this.clock = clock;
        this.task = cluster.task("recordings-deletion", PAUSE, this::look);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    /** In the unit of work that deletes the recording: its files go after the commit, here and in the storage. */
    void delete(PortalId portal, StoredRecording recording) {
        expect(portal, recording.id(), recording.parts());
        unit.afterCommit(() -> {
            files.clear(portal, recording.id());
            task.wake();
        });
    }

    /** Before files are put into the storage: should the recording go meanwhile, or the server, they go too. */
    void expect(PortalId portal, RecordingId recording, List<RecordingPart> parts) {
        store.add(portal, recording, names(parts), clock.instant());
    }

    /** The recording has these files now. */
    void kept(PortalId portal, RecordingId recording, List<RecordingPart> parts) {
        store.remove(portal, recording, names(parts));
    }

    private static List<String> names(List<RecordingPart> parts) {
        return parts.stream().map(PartFiles::name).toList();
    }

    /** Deletes what is due. */
    void look() {
        while (true) {
            List<Deletion> due = store.due(clock.instant(), AT_ONCE);
            if (!all(due) || due.size() < AT_ONCE) {
                return;
            }
        }
    }

    /** Answers false when the storage fails. */
    private boolean all(List<Deletion> due) {
        int failures = 0;
        for (Deletion one : due) {
            if (Thread.currentThread().isInterrupted() || failures == MOST_FAILURES) {
                return false;
            }
            failures = tried(one) ? 0 : failures + 1;
        }
        return failures < MOST_FAILURES;
    }

    private boolean tried(Deletion one) {
        if (holds.isHeld(one.recording())) {
            // Somebody may still be putting it there.
            store.postpone(one, one.tries(), clock.instant().plus(PAUSE));
            return true;
        }
        try {
            files.remove(one.portal(), one.recording(), one.file());
        } catch (IOException e) {
            Duration wait = PAUSE.multipliedBy(1L << Math.min(one.tries(), MOST_DOUBLINGS));
            log.warn("File {} of recording {} cannot be deleted yet: {}", one.file(), one.recording(), e.getMessage());
            store.postpone(
                    one,
                    one.tries() + 1,
                    clock.instant().plus(wait.compareTo(LONGEST_PAUSE) < 0 ? wait : LONGEST_PAUSE));
            return false;
        }
        store.remove(one.portal(), one.recording(), List.of(one.file()));
        return true;
    }
}
