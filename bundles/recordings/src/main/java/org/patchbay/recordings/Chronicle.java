package org.patchbay.recordings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Quotas;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.recordings.RecordingEvents.RecordingChange;
import org.patchbay.recordings.RecordingEvents.RecordingStep;
import org.patchbay.recordings.RecordingEvents.RecordingUse;
import org.patchbay.recordings.store.RecordingStore;
import org.patchbay.recordings.store.StoredRecording;
import org.patchbay.spi.meetings.RecordedPerson;

/**
 * Writes down what happens to recordings: the change, the storage it takes, its line in the ledger, its event and its entry
 * in the audit are one unit of work. Thread-safe.
 */
@Component(service = Chronicle.class)
public final class Chronicle {

    private static final String KIND = "recordings";

    private final RecordingStore store;
    private final UnitOfWork unit;
    private final Events events;
    private final Audit audit;
    private final Quotas quotas;
    private final Deletions deletions;
    private final Clock clock;

    @Activate
    public Chronicle(
            @Reference RecordingStore store,
            @Reference UnitOfWork unit,
            @Reference Events events,
            @Reference Audit audit,
            @Reference Quotas quotas,
            @Reference Deletions deletions) {
        this(store, unit, events, audit, quotas, deletions, Clock.systemUTC());
    }

    Chronicle(
            RecordingStore store,
            UnitOfWork unit,
            Events events,
            Audit audit,
            Quotas quotas,
            Deletions deletions,
            Clock clock) {
        this.store = store;
        this.unit = unit;
        this.events = events;
        this.audit = audit;
        this.quotas = quotas;
        this.deletions = deletions;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    void begun(PortalId portal, StoredRecording recording, Optional<RecordedPerson> by) {
        unit.run(() -> {
            store.add(portal, recording);
            events.publish(portal, RecordingEvents.STARTED, recording.meeting(), RecordingStep.of(recording, by));
        });
    }

    void consented(PortalId portal, StoredRecording recording, RecordedPerson who, boolean agreed) {
        unit.run(() -> {
            write(
                    portal,
                    recording.id(),
                    agreed ? LedgerEntry.Act.AGREED : LedgerEntry.Act.DECLINED,
                    who.person(),
                    Optional.of(who.name()),
                    Optional.empty());
            events.publish(
                    portal,
                    agreed ? RecordingEvents.CONSENTED : RecordingEvents.DECLINED,
                    recording.meeting(),
                    RecordingStep.of(recording, Optional.of(who)));
        });
    }

    /** Takes storage of the owner; TOO_LARGE when there is not enough, false if the recording is gone. */
    boolean grown(PortalId portal, StoredRecording recording, long bytes) {
        return unit.call(() -> {
            boolean there = store.change(
                            portal, recording.id(), present -> present.reserved(present.reserved() + bytes))
                    .isPresent();
            if (there) {
                quotas.reserve(portal, recording.owner(), KIND, bytes);
            }
            return there;
        });
    }

    /** What the owner may still store. */
    long room(PortalId portal, StoredRecording recording) {
        try {
            Quotas.StorageUse use = quotas.use(portal, recording.owner());
            return use.limitBytes() - use.usedBytes();
        } catch (PatchbayException e) {
            if (e.problem() == Problem.NOT_FOUND) {
                return 0; // whose it was has no account any more
            }
            throw e;
        }
    }

    /** Nothing more is recorded; empty if it is gone, or was ended before. */
    Optional<StoredRecording> ended(
            PortalId portal, RecordingId id, Optional<Recording.Cut> cut, Optional<RecordedPerson> by) {
        return unit.call(() -> {
            if (store.find(portal, id)
                    .filter(present -> present.state() == Recording.State.RECORDING)
                    .isEmpty()) {
                return Optional.empty();
            }
            Optional<StoredRecording> ended = store.change(portal, id, present -> present.ended(now(), cut));
            ended.ifPresent(recording -> events.publish(
                    portal, RecordingEvents.STOPPED, recording.meeting(), RecordingStep.of(recording, by)));
            return ended;
        });
    }

    /** It was put together; answers false if it is gone in the meantime. What it takes of the storage is settled. */
    boolean finished(
            PortalId portal, RecordingId id, Optional<Recording.Filmless> filmless, List<RecordingPart> parts) {
        boolean failed = parts.isEmpty();
        return unit.call(() -> {
            Optional<StoredRecording> finished = store.change(
                    portal,
                    id,
                    present -> present.finished(
                            failed ? Recording.State.FAILED : Recording.State.READY,
                            filmless,
                            parts,
                            present.reserved()));
            finished.ifPresent(recording -> {
                deletions.kept(portal, id, parts);
                settle(portal, recording);
                events.publish(
                        portal,
                        failed ? RecordingEvents.FAILED : RecordingEvents.READY,
                        id.value(),
                        RecordingChange.of(recording));
            });
            return finished.isPresent();
        });
    }

    /** What was written between two looks may be more than there is room for; it is kept all the same. */
    private void settle(PortalId portal, StoredRecording recording) {
        long more = Math.min(recording.bytes() - recording.reserved(), Math.max(0, room(portal, recording)));
        if (more > 0) {
            quotas.reserve(portal, recording.owner(), KIND, more);
        } else if (more < 0) {
            quotas.release(portal, recording.owner(), KIND, -more);
        }
        store.change(portal, recording.id(), present -> present.reserved(present.reserved() + more));
    }

    /** Deletes it with its files; by the server itself when nobody is named. */
    void deleted(PortalId portal, StoredRecording recording, Optional<Caller> by) {
        unit.run(() -> {
            if (!store.delete(portal, recording.id())) {
                return;
            }
            if (recording.reserved() > 0) {
                quotas.release(portal, recording.owner(), KIND, recording.reserved());
            }
            events.publish(portal, RecordingEvents.DELETED, recording.id().value(), RecordingChange.of(recording));
            AuditDraft draft = audited("deleted", recording, Map.of("title", recording.title()), Map.of());
            by.ifPresentOrElse(caller -> audit.record(portal, caller, draft), () -> audit.record(portal, draft));
            deletions.delete(portal, recording);
        });
    }

    /** Somebody changed one thing of it; what others changed meanwhile stays. */
    StoredRecording changed(
            PortalId portal,
            StoredRecording before,
            UnaryOperator<StoredRecording> change,
            String event,
            AuditDraft draft,
            Caller by) {
        return unit.call(() -> {
            StoredRecording changed = store.change(portal, before.id(), change).orElseThrow(RecordingService::unknown);
            events.publish(portal, event, changed.id().value(), RecordingChange.of(changed));
            audit.record(portal, by, draft);
            return changed;
        });
    }

    static AuditDraft audited(
            String what, StoredRecording recording, Map<String, String> before, Map<String, String> after) {
        return new AuditDraft("recording." + what, "recording", recording.id().value(), before, after)
                .personal(recording.owner(), "title");
    }

    /** Somebody fetched a file. */
    void used(PortalId portal, StoredRecording recording, int part, boolean download, boolean byLink, Caller by) {
        Optional<String> person = byLink ? Optional.empty() : by.personId().map(id -> id.value());
        Optional<String> name =
                by instanceof Caller.Member member && !byLink ? Optional.of(member.name()) : Optional.empty();
        unit.run(() -> {
            write(portal, recording.id(), act(download, byLink), person, name, Optional.of(part));
            events.publish(
                    portal,
                    download ? RecordingEvents.DOWNLOADED : RecordingEvents.PLAYED,
                    recording.id().value(),
                    new RecordingUse(
                            recording.id().value(),
                            recording.meeting(),
                            recording.title(),
                            recording.owner().value(),
                            part,
                            byLink,
                            person,
                            name.orElse("")));
        });
    }

    private static LedgerEntry.Act act(boolean download, boolean byLink) {
        if (byLink) {
            return download ? LedgerEntry.Act.DOWNLOADED_BY_LINK : LedgerEntry.Act.PLAYED_BY_LINK;
        }
        return download ? LedgerEntry.Act.DOWNLOADED : LedgerEntry.Act.PLAYED;
    }

    private void write(
            PortalId portal,
            RecordingId id,
            LedgerEntry.Act act,
            Optional<String> person,
            Optional<String> name,
            Optional<Integer> part) {
        store.write(portal, id, new LedgerEntry(Ids.next(clock), now(), act, person, name, part));
    }
}
