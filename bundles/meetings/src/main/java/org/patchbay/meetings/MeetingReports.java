package org.patchbay.meetings;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.meetings.store.MeetingStore;
import org.patchbay.meetings.store.Stay;
import org.patchbay.meetings.store.StoredMeeting;

/** What a meeting was like, for whose it is and who manages the portal. Thread-safe. */
@Component(service = MeetingReports.class)
public final class MeetingReports {

    private final MeetingStore store;
    private final Access access;
    private final Clock clock;

    @Activate
    public MeetingReports(@Reference MeetingStore store, @Reference Access access) {
        this(store, access, Clock.systemUTC());
    }

    MeetingReports(MeetingStore store, Access access, Clock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The report, during the meeting and afterwards.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND, FORBIDDEN for others
     */
    public MeetingReport of(PortalId portal, String id, Caller by) {
        StoredMeeting meeting = store.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("meeting.unknown", "There is no such meeting"));
        boolean own = by.personId()
                .filter(person -> person.value().equals(meeting.host()))
                .isPresent();
        if (!own && !access.rights(by, portal).contains(Right.MANAGE_PORTAL)) {
            throw Problem.FORBIDDEN.because(
                    "meeting.report", "Only whose meeting it was and who manages the portal see who was there");
        }
        List<Stay> stays = store.stays(portal, id);
        return MeetingReport.of(
                meeting, stays, store.qualities(portal, id), clock.instant(), stays.size() < MeetingStore.STAY_LIMIT);
    }
}
