package org.patchbay.scheduling.planning;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.scheduling.SchedulingConfig;
import org.patchbay.scheduling.store.RulesStore;

/** For how long portals keep planned meetings that are over. Thread-safe. */
@Component(service = Keeping.class, configurationPid = "org.patchbay.scheduling")
public final class Keeping {

    private static final int MOST_DAYS = 3650;

    private final RulesStore store;
    private final Audit audit;
    private final UnitOfWork unit;
    private final int usualDays;

    @Activate
    public Keeping(
            @Reference RulesStore store, @Reference Audit audit, @Reference UnitOfWork unit, SchedulingConfig config) {
        this.store = store;
        this.audit = audit;
        this.unit = unit;
        this.usualDays = Math.max(1, Math.min(config.keepDays(), MOST_DAYS));
    }

    /** What holds for the portal. */
    public Rules of(PortalId portal) {
        return new Rules(store.keepDays(portal), usualDays);
    }

    /** Keeps what is over for so many days, or as is usual on the server; INVALID beyond 1 to 3650 days. */
    public Rules change(PortalId portal, Optional<Integer> keepDays, Caller by) {
        if (keepDays.filter(days -> days < 1 || days > MOST_DAYS).isPresent()) {
            throw Problem.INVALID.at(
                    "/keepDays", "plan.keep-days", "must be 1 to " + MOST_DAYS, Map.of("most", MOST_DAYS));
        }
        unit.run(() -> {
            var draft = new AuditDraft(
                    "planned-meeting-rules.updated",
                    "planned-meeting-rules",
                    portal.value(),
                    fields(store.keepDays(portal)),
                    fields(keepDays));
            if (!draft.changesNothing()) {
                store.keepDays(portal, keepDays);
                audit.record(portal, by, draft);
            }
        });
        return of(portal);
    }

    private static Map<String, String> fields(Optional<Integer> days) {
        return days.map(number -> Map.of("keepDays", String.valueOf(number))).orElse(Map.of());
    }

    /**
     * What holds for a portal's planned meetings.
     *
     * @param keepDays so many days after its last time a planned meeting is erased; empty for what is usual
     * @param usualDays what is usual on the server
     */
    public record Rules(Optional<Integer> keepDays, int usualDays) {

        /** After how many days. */
        public int days() {
            return keepDays.orElse(usualDays);
        }
    }
}
