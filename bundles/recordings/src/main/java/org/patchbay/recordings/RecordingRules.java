package org.patchbay.recordings;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.recordings.RecordingRetention;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.recordings.store.RecordingStore;
import org.patchbay.recordings.store.StoredRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For how long the portals keep recordings; deletes those that are older, on one node at a time. Thread-safe. */
@Component(
        service = {RecordingRules.class, RecordingRetention.class},
        immediate = true)
public final class RecordingRules implements RecordingRetention {

    private static final Logger log = LoggerFactory.getLogger(RecordingRules.class);

    private static final int MOST_DAYS = 3650;
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final RecordingStore store;
    private final Chronicle chronicle;
    private final Workshop workshop;
    private final Holds holds;
    private final UnitOfWork unit;
    private final Audit audit;
    private final Clock clock;
    private final Task task;

    @Activate
    public RecordingRules(
            @Reference RecordingStore store,
            @Reference Chronicle chronicle,
            @Reference Workshop workshop,
            @Reference Holds holds,
            @Reference UnitOfWork unit,
            @Reference Audit audit,
            @Reference Cluster cluster) {
        this(store, chronicle, workshop, holds, unit, audit, cluster, Clock.systemUTC());
    }

    RecordingRules(
            RecordingStore store,
            Chronicle chronicle,
            Workshop workshop,
            Holds holds,
            UnitOfWork unit,
            Audit audit,
            Cluster cluster,
            Clock clock) {
        this.store = store;
        this.chronicle = chronicle;
        this.workshop = workshop;
        this.holds = holds;
        this.unit = unit;
        this.audit = audit;
        this.clock = clock;
        this.task = cluster.task("recordings-retention", PAUSE, this::deleteOld);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    /** The portal's rule, and whether the server makes films. */
    public Rules of(PortalId portal) {
        return new Rules(store.keepDays(portal), workshop.makesFilms());
    }

    @Override
    public Optional<Duration> keeps(PortalId portal) {
        return store.keepDays(portal).map(Duration::ofDays);
    }

    /** Keeps recordings for so many days, or until they are deleted; INVALID beyond 3650 days. */
    public Rules change(PortalId portal, Optional<Integer> keepDays, Caller by) {
        keepDays.ifPresent(days -> {
            if (days < 1 || days > MOST_DAYS) {
                throw Problem.INVALID.at(
                        "/keepDays", "recording.keep-days", "must be 1 to " + MOST_DAYS, Map.of("most", MOST_DAYS));
            }
        });
        unit.run(() -> {
            var draft = new AuditDraft(
                    "recording-rules.updated",
                    "recording-rules",
                    portal.value(),
                    fields(store.keepDays(portal)),
                    fields(keepDays));
            if (!draft.changesNothing()) {
                store.keepDays(portal, keepDays);
                audit.record(portal, by, draft);
                unit.afterCommit(task::wake);
            }
        });
        return of(portal);
    }

    private static Map<String, String> fields(Optional<Integer> days) {
        return days.map(number -> Map.of("keepDays", String.valueOf(number))).orElse(Map.of());
    }

    /**
     * One that cannot be deleted is left to the next time; the others do not wait for it. One whose server never came back goes
     * as well.
     */
    void deleteOld() {
        for (PortalId portal : store.withKeepDays()) {
            store.keepDays(portal).ifPresent(days -> {
                for (StoredRecording old :
                        store.before(portal, clock.instant().minus(Duration.ofDays(days)), AT_ONCE)) {
                    delete(portal, old);
                }
            });
        }
    }

    private void delete(PortalId portal, StoredRecording old) {
        if (holds.isHeld(old.id())) {
            return;
        }
        try {
            chronicle.deleted(portal, old, Optional.empty());
        } catch (RuntimeException e) {
            log.warn("Recording {} of portal {} cannot be deleted", old.id(), portal, e);
        }
    }

    /**
     * What holds for a portal's recordings.
     *
     * @param keepDays after how many days they are deleted; empty for never
     * @param films whether the server makes films; without ffmpeg there are tracks and mixed sound
     */
    public record Rules(Optional<Integer> keepDays, boolean films) {}
}
