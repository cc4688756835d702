package org.patchbay.scheduling.planning;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.Occurrence;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.scheduling.store.PlanStore;
import org.patchbay.scheduling.store.PlanStore.PlanTime;

/** Plans and times as a reader sees them. Thread-safe. */
@Component(service = PlanView.class)
public final class PlanView {

    private final PlanStore store;
    private final Plans plans;
    private final PlanRights rights;
    private final UnitOfWork unit;

    @Activate
    public PlanView(
            @Reference PlanStore store,
            @Reference Plans plans,
            @Reference PlanRights rights,
            @Reference UnitOfWork unit) {
        this.store = store;
        this.plans = plans;
        this.rights = rights;
        this.unit = unit;
    }

    Optional<PlannedMeeting> find(PortalId portal, String id, Caller by) {
        return unit.call(() -> plans.find(portal, id).filter(meeting -> rights.sees(meeting, by)));
    }

    Page<PlannedMeeting> list(PortalId portal, boolean everybody, PageRequest page, Caller by) {
        Optional<PersonId> whose = rights.whose(portal, everybody, by);
        return unit.call(() -> {
            var found = store.list(portal, whose, page);
            return new Page<>(found.items().stream().map(plans::open).toList(), found.next(), found.total());
        });
    }

    Page<Occurrence> occurrences(
            PortalId portal, Instant from, Instant until, boolean everybody, PageRequest page, Caller by) {
        return occurrences(portal, rights.whose(portal, everybody, by), by.personId(), from, until, page);
    }

    /** Of the whole portal, for no reader in particular. */
    Page<Occurrence> occurrences(PortalId portal, Instant from, Instant until, PageRequest page) {
        return occurrences(portal, Optional.empty(), Optional.empty(), from, until, page);
    }

    private Page<Occurrence> occurrences(
            PortalId portal,
            Optional<PersonId> whose,
            Optional<PersonId> reader,
            Instant from,
            Instant until,
            PageRequest page) {
        return unit.call(() -> {
            Page<PlanTime> found = store.between(portal, whose, from, until, page);
            Map<String, Optional<PlannedMeeting>> known = new HashMap<>();
            List<Occurrence> items = found.items().stream()
                    .flatMap(time -> known.computeIfAbsent(time.plan(), plan -> plans.find(portal, plan)).stream()
                            .map(meeting -> Invitees.occurrence(meeting, time.slot(), reader)))
                    .toList();
            return new Page<>(items, found.next(), found.total());
        });
    }
}
