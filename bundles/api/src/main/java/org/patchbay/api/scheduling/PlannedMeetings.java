package org.patchbay.api.scheduling;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;

/**
 * The planned meetings of a portal. They are seen by their organizer, the invited and who manages the portal, and changed by
 * the organizer and who manages the portal. The invited are told by mail, with a calendar part. Thread-safe.
 */
@ProviderType
public interface PlannedMeetings {

    /** The most occurrences of a series. */
    int OCCURRENCE_LIMIT = 500;

    /**
     * Plans a meeting and invites.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the fields; TOO_LARGE for too many invited
     */
    PlannedMeeting plan(PortalId portal, PlannedMeetingDraft draft, Caller.Member organizer);

    /** Plans a meeting for somebody on behalf of the portal itself, as its scripts do. */
    PlannedMeeting planFor(PortalId portal, PlannedMeetingDraft draft, PersonId organizer);

    /**
     * Changes a meeting and tells the invited what concerns them; changes of single occurrences that the series still has
     * stay. STALE unless the version is the present one.
     */
    PlannedMeeting update(PortalId portal, String id, long version, PlannedMeetingDraft draft, Caller by);

    /** Moves, cancels or puts back one occurrence. STALE unless the version is the present one. */
    PlannedMeeting change(PortalId portal, String id, long version, OccurrenceChange change, Caller by);

    /** Cancels a meeting for good and tells the invited; harmless when it is cancelled already. */
    PlannedMeeting cancel(PortalId portal, String id, Optional<String> message, Caller by);

    /** Sends every invitation again, to who has come into the groups since then too. */
    PlannedMeeting invite(PortalId portal, String id, Caller by);

    /** Finds a planned meeting that the caller sees. */
    Optional<PlannedMeeting> find(PortalId portal, String id, Caller by);

    /**
     * Planned meetings, newest first: those of the caller, as organizer or invited.
     *
     * @param everybody those of the whole portal instead, for who manages it
     */
    Page<PlannedMeeting> list(PortalId portal, boolean everybody, PageRequest page, Caller by);

    /** What takes place at least partly from one moment until another, soonest first; whose as in {@link #list}. */
    Page<Occurrence> occurrences(
            PortalId portal, Instant from, Instant until, boolean everybody, PageRequest page, Caller by);

    /** The same of the whole portal, on behalf of the portal itself. */
    Page<Occurrence> occurrences(PortalId portal, Instant from, Instant until, PageRequest page);
}
