package org.patchbay.recordings.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.RecordingId;

/** Keeps recordings, their ledgers and the portals' rules; not their files. Thread-safe. */
public interface RecordingStore {

    /** Keeps a new one. */
    void add(PortalId portal, StoredRecording recording);

    /** Finds one of this portal. */
    Optional<StoredRecording> find(PortalId portal, RecordingId id);

    /** Changes one, its files included, while nobody else does; answers it as it is now, or nothing if it is gone. */
    Optional<StoredRecording> change(PortalId portal, RecordingId id, UnaryOperator<StoredRecording> change);

    /** Deletes one with its ledger; answers whether it was there. */
    boolean delete(PortalId portal, RecordingId id);

    /** The portal's, or one person's, newest first. */
    Page<StoredRecording> list(PortalId portal, Optional<PersonId> owner, PageRequest page);

    /** The one that a link leads to. */
    Optional<StoredRecording> byLink(PortalId portal, String hash);

    /** Those of every portal that are being recorded or put together, oldest first. */
    List<Located> unfinished(int limit);

    /** Those of the portal that ended before the moment, or began before it and never ended; oldest first. */
    List<StoredRecording> before(PortalId portal, Instant moment, int limit);

    /** Adds to the ledger. */
    void write(PortalId portal, RecordingId id, LedgerEntry entry);

    /** The ledger, newest first. */
    Page<LedgerEntry> ledger(PortalId portal, RecordingId id, PageRequest page);

    /** For how many days the portal keeps recordings; empty for as long as they are not deleted. */
    Optional<Integer> keepDays(PortalId portal);

    /** Says so. */
    void keepDays(PortalId portal, Optional<Integer> days);

    /** The portals that keep recordings for some days only. */
    List<PortalId> withKeepDays();

    /** Takes the person's name and account out of ledgers and tracks. */
    void forget(PortalId portal, PersonId person);

    /** Erases everything of the portal. */
    void erase(PortalId portal);

    /** A recording and whose it is. */
    record Located(PortalId portal, StoredRecording recording) {}
}
