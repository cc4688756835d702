package org.patchbay.events;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.events.Event;
import org.patchbay.events.delivery.Announcements;
import org.patchbay.events.store.EventJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers committed events per portal, on one node at a time. Woken after each commit; by itself it looks again after a
 * pause, which finds what a node left that died between the commit and the waking.
 */
@Component(service = Sequencer.class)
public final class Sequencer {

    private static final Logger log = LoggerFactory.getLogger(Sequencer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 100;

    private final EventJournal journal;
    private final Announcements announcements;
    private final Task task;
    private boolean troubled;

    @Activate
    public Sequencer(@Reference EventJournal journal, @Reference Cluster cluster) {
        this.journal = journal;
        this.announcements = new Announcements(cluster);
        this.task = cluster.task("events-sequencer", PAUSE, this::run);
    }

    /** Has the committed events numbered as soon as possible. */
    void wake() {
        task.wake();
    }

    private void run() {
        try {
            numberAll();
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                log.warn("Events wait to be numbered: {}", e.getMessage());
            }
            troubled = true;
        }
    }

    private void numberAll() {
        List<Event> numbered;
        do {
            numbered = journal.number(BATCH);
            if (!numbered.isEmpty()) {
                Set<PortalId> portals = new LinkedHashSet<>();
                numbered.forEach(event -> portals.add(event.portal()));
                announcements.numbered(portals);
            }
        } while (numbered.size() >= BATCH);
    }

    @Deactivate
    void stop() {
        task.close();
    }
}
