package org.patchbay.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.scheduling.planning.Keeping;
import org.patchbay.scheduling.store.PlanStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases planned meetings that were over long ago, with who was invited, piece by piece and on one node at a time. */
@Component(
        service = {},
        immediate = true)
public final class Caretaker {

    private static final Logger log = LoggerFactory.getLogger(Caretaker.class);

    /** The most in one unit of work. */
    static final int AT_ONCE = 100;

    private static final int PIECES = 50;
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final PlanStore store;
    private final Keeping keeping;
    private final UnitOfWork unit;
    private final Clock clock;
    private final Task task;

    @Activate
    public Caretaker(
            @Reference Cluster cluster,
            @Reference PlanStore store,
            @Reference Keeping keeping,
            @Reference UnitOfWork unit) {
        this(cluster, store, keeping, unit, Clock.systemUTC());
    }

    Caretaker(Cluster cluster, PlanStore store, Keeping keeping, UnitOfWork unit, Clock clock) {
        this.store = store;
        this.keeping = keeping;
        this.unit = unit;
        this.clock = clock;
        this.task = cluster.task("scheduling-caretaker", PAUSE, this::removeOver);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    /** What cannot be removed now is left to the next look, and so is what is too much for one; no portal waits for another. */
    void removeOver() {
        for (PortalId portal : store.portalsOver(clock.instant())) {
            try {
                removeOver(portal);
            } catch (RuntimeException e) {
                log.warn("Planned meetings of portal {} that are over cannot be removed", portal, e);
            }
        }
    }

    private void removeOver(PortalId portal) {
        Instant before =
                clock.instant().minus(Duration.ofDays(keeping.of(portal).days()));
        int removed = AT_ONCE;
        for (int piece = 0; piece < PIECES && removed == AT_ONCE; piece++) {
            removed = unit.call(() -> {
                List<String> over = store.over(portal, before, AT_ONCE);
                over.forEach(plan -> store.delete(portal, plan));
                return over.size();
            });
            log.debug("Removed {} planned meetings of portal {} that were over before {}", removed, portal, before);
        }
    }
}
