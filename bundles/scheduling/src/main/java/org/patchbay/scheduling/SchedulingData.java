package org.patchbay.scheduling;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.RoomOptions;
import org.patchbay.scheduling.planning.OrganizerExit;
import org.patchbay.scheduling.planning.Plans;
import org.patchbay.scheduling.store.FeedStore;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.RulesStore;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/**
 * Gives and erases planned meetings of portals and people. What somebody organizes goes with them; from what others organize
 * their invitations go.
 */
@Component
public final class SchedulingData implements PortalData, PersonData {

    private final PlanStore store;
    private final FeedStore feeds;
    private final RulesStore rules;
    private final Plans plans;
    private final OrganizerExit exit;

    @Activate
    public SchedulingData(
            @Reference PlanStore store,
            @Reference FeedStore feeds,
            @Reference RulesStore rules,
            @Reference Plans plans,
            @Reference OrganizerExit exit) {
        this.store = store;
        this.feeds = feeds;
        this.rules = rules;
        this.plans = plans;
        this.exit = exit;
    }

    @Override
    public String name() {
        return "scheduling";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        export(portal, Optional.empty(), out);
        rules.keepDays(portal).ifPresent(days -> out.put("planned-meeting-rules", Map.of("keepDays", days)));
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        export(portal, Optional.of(person), out);
    }

    private void export(PortalId portal, Optional<PersonId> whose, DataSink out) {
        Page.walk(
                page -> store.list(portal, whose, page),
                plan -> out.put("planned-meeting", given(plans.open(plan), whose)));
    }

    /** Of code and PIN, only that they are set; to somebody invited, nothing of who else is. */
    private static PlannedMeeting given(PlannedMeeting meeting, Optional<PersonId> reader) {
        RoomOptions room = meeting.room();
        boolean all = reader.map(meeting.organizer()::equals).orElse(true);
        return new PlannedMeeting(
                meeting.id(),
                meeting.portal(),
                meeting.organizer(),
                meeting.organizerName(),
                meeting.title(),
                meeting.agenda(),
                meeting.zone(),
                meeting.start(),
                meeting.minutes(),
                meeting.recurrence(),
                meeting.changes(),
                new RoomOptions(
                        room.video(), room.sharing(), room.pin().map(pin -> "set"), room.lobby(), room.screens()),
                meeting.reminder(),
                meeting.groups(),
                meeting.invitees().stream()
                        .filter(one -> all || one.person().equals(reader))
                        .toList(),
                "set",
                meeting.state(),
                meeting.sequence(),
                meeting.created(),
                meeting.version());
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
        feeds.erase(portal);
        rules.erase(portal);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        exit.leave(portal, person);
    }
}
