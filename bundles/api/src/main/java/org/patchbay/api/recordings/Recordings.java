package org.patchbay.api.recordings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/**
 * The recordings of a portal. Each is seen by its owner and by who manages the portal; for anybody else it is NOT_FOUND.
 * Thread-safe.
 */
@ProviderType
public interface Recordings {

    /** The caller's own recordings or, for who manages the portal, everybody's; newest first. */
    Page<Recording> list(PortalId portal, boolean everybodys, PageRequest page, Caller by);

    /** Finds a recording that the caller sees. */
    Optional<Recording> find(PortalId portal, RecordingId id, Caller by);

    /** Gives it another title. */
    Recording rename(PortalId portal, RecordingId id, String title, Caller by);

    /** Deletes it with its files; CONFLICT while the meeting is being recorded by a server that is there. */
    void delete(PortalId portal, RecordingId id, Caller by);

    /** Who agreed, declined, played and downloaded, newest first. */
    Page<LedgerEntry> ledger(PortalId portal, RecordingId id, PageRequest page, Caller by);

    /**
     * Makes a link that holds for so many days, in place of an earlier one. Where the portal has no public download it
     * works for the owner alone.
     *
     * @throws org.patchbay.api.PatchbayException INVALID beyond 365 days, CONFLICT unless it is ready
     */
    RecordingLink share(PortalId portal, RecordingId id, int days, Caller by);

    /** Takes the link back; harmless without one. */
    void unshare(PortalId portal, RecordingId id, Caller by);

    /** Opens a file. What is fetched from its beginning is put in the ledger, once in a while for each person. */
    RecordingContent open(PortalId portal, RecordingId id, int part, Fetch fetch, Caller by);

    /** What a link leads to; NOT_FOUND when it is unknown, taken back or too old. */
    SharedRecording shared(PortalId portal, String token, Caller by);

    /** Opens a file by the link. */
    RecordingContent openShared(PortalId portal, String token, int part, Fetch fetch, Caller by);

    /**
     * What a file is fetched for.
     *
     * @param download to be kept, not to be played
     * @param begins from its beginning
     */
    record Fetch(boolean download, boolean begins) {}
}
