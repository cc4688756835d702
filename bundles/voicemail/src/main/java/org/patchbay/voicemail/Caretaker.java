package org.patchbay.voicemail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.voicemail.box.Dictation;
import org.patchbay.voicemail.box.VoiceMessage;
import org.patchbay.voicemail.store.DictationStore;
import org.patchbay.voicemail.store.VoicemailStore;

/** Deletes messages and dictations that are older than messages are kept. */
@Component(service = Caretaker.class, immediate = true, configurationPid = "org.patchbay.voicemail")
public final class Caretaker {

    private static final Duration ROUND = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final VoicemailStore store;
    private final DictationStore dictations;
    private final VoiceFiles files;
    private final Lamps lamps;
    private final Portals portals;
    private final UnitOfWork unit;
    private final Duration retention;
    private final Clock clock = Clock.systemUTC();
    private final Task task;

    @Activate
    public Caretaker(
            @Reference VoicemailStore store,
            @Reference DictationStore dictations,
            @Reference VoiceFiles files,
            @Reference Lamps lamps,
            @Reference Portals portals,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster,
            VoicemailConfig config) {
        this.store = store;
        this.dictations = dictations;
        this.files = files;
        this.lamps = lamps;
        this.portals = portals;
        this.unit = unit;
        this.retention = Duration.ofDays(config.retentionDays());
        this.task = cluster.task("voicemail-caretaker", ROUND, this::lookAround);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    void lookAround() {
        if (!retention.isZero()) {
            Instant moment = clock.instant().minus(retention);
            Page.walk(page -> portals.list(Optional.empty(), page), portal -> forget(portal, moment));
        }
    }

    private void forget(Portal portal, Instant moment) {
        for (Dictation old : dictations.before(portal.id(), moment, AT_ONCE)) {
            unit.run(() -> {
                dictations.delete(portal.id(), old.extension(), old.id());
                unit.afterCommit(() -> files.delete(files.message(portal.id(), old.extension(), old.id())));
            });
        }
        for (VoiceMessage old : store.before(portal.id(), moment, AT_ONCE)) {
            unit.run(() -> {
                store.delete(portal.id(), old.extension(), old.id());
                unit.afterCommit(() -> {
                    files.delete(files.message(portal.id(), old.extension(), old.id()));
                    lamps.changed(portal.id(), old.extension());
                });
            });
        }
    }
}
