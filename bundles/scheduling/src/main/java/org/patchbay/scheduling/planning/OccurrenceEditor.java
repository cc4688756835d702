package org.patchbay.scheduling.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.invitation.InvitationPost;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.Ticket;

/** Moves, cancels and puts back single occurrences, of which everybody is told; in the caller's unit of work. Thread-safe. */
@Component(service = OccurrenceEditor.class)
public final class OccurrenceEditor {

    private final PlanStore store;
    private final Plans plans;
    private final PlanBook book;
    private final InvitationPost post;

    @Activate
    public OccurrenceEditor(
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference PlanBook book,
            @Reference InvitationPost post) {
        this.store = store;
        this.plans = plans;
        this.book = book;
        this.post = post;
    }

    /** The meeting with this change in place of an earlier one of the same occurrence. */
    PlannedMeeting change(PlannedMeeting present, OccurrenceChange wanted, Caller by) {
        PortalId portal = present.portal();
        OccurrenceChange checked = OccurrenceRules.check(present, wanted);
        List<OccurrenceChange> changes = changes(present, checked);
        if (changes.equals(present.changes())) {
            return present;
        }
        PlannedMeeting written = book.replace(present, Edit.withChanges(present, changes));
        for (Ticket ticket : store.tickets(portal, present.id())) {
            Ticket anew = ticket.with(OccurrenceRules.withoutAnswer(ticket.invitee(), checked.occurrence()));
            book.tell(written, anew, () -> post.change(written, anew, checked));
        }
        String type = checked.cancelled() ? PlanEvents.CANCELLED : PlanEvents.REPLANNED;
        book.tellOf(type, present, written, Optional.of(checked.occurrence()), by);
        return plans.lock(portal, present.id());
    }

    private static List<OccurrenceChange> changes(PlannedMeeting present, OccurrenceChange checked) {
        List<OccurrenceChange> changes = new ArrayList<>(present.changes());
        changes.removeIf(one -> one.occurrence().equals(checked.occurrence()));
        if (!checked.changesNothing()) {
            changes.add(checked);
        }
        changes.sort(Comparator.comparing(OccurrenceChange::occurrence));
        return changes;
    }
}
