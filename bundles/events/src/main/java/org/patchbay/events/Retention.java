package org.patchbay.events;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.events.store.EventJournal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes events that are too old or too many, on one node at a time and in small steps. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.patchbay.events")
@Designate(ocd = EventsConfig.class)
public final class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int STEP = 1_000;

    private final EventJournal journal;
    private final Clock clock;
    private final Duration age;
    private final long count;
    private final Task task;

    @Activate
    public Retention(@Reference EventJournal journal, @Reference Cluster cluster, EventsConfig config) {
        this(
                journal,
                cluster,
                Clock.systemUTC(),
                Duration.ofDays(config.retentionDays()),
                config.retentionEvents(),
                Duration.ofMinutes(Math.max(1, config.retentionMinutes())));
    }

    Retention(EventJournal journal, Cluster cluster, Clock clock, Duration age, long count, Duration pause) {
        this.journal = journal;
        this.clock = clock;
        this.age = age;
        this.count = count;
        this.task = cluster.task("events-retention", pause, this::trim);
    }

    private void trim() {
        journal.heads().forEach((portal, head) -> {
            long upTo = Math.max(tooMany(head), tooOld(portal));
            int deleted = 0;
            for (int step = 1; step > 0 && upTo > 0; deleted += step) {
                step = journal.trim(portal, upTo, STEP);
            }
            if (deleted > 0) {
                log.info("{} events of the portal {} are deleted", deleted, portal);
            }
        });
    }

    private long tooMany(long head) {
        return count == 0 ? 0 : head - count;
    }

    private long tooOld(PortalId portal) {
        return age.isZero() ? 0 : journal.lastBefore(portal, clock.instant().minus(age));
    }

    @Deactivate
    void stop() {
        task.close();
    }
}
