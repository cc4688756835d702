package org.patchbay.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.LinkStore;
import org.patchbay.identity.store.SessionStore;

/** Removes what has expired, on one node at a time, and ends the live connections of expired sessions. */
@Component(service = SessionSweep.class, immediate = true)
public final class SessionSweep {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int BATCH = 500;

    private final SessionStore sessions;
    private final LinkStore links;
    private final SessionEnds ends;
    private final UnitOfWork work;
    private final Clock clock;
    private final Task task;

    @Activate
    public SessionSweep(
            @Reference SessionStore sessions,
            @Reference LinkStore links,
            @Reference SessionEnds ends,
            @Reference UnitOfWork work,
            @Reference Cluster cluster) {
        this(sessions, links, ends, work, cluster, Clock.systemUTC());
    }

    SessionSweep(
            SessionStore sessions, LinkStore links, SessionEnds ends, UnitOfWork work, Cluster cluster, Clock clock) {
        this.sessions = sessions;
        this.links = links;
        this.ends = ends;
        this.work = work;
        this.clock = clock;
        this.task = cluster.task("identity-sweep", PAUSE, this::sweep);
    }

    @Deactivate
    void stop() {
        task.close();
    }

    void sweep() {
        Instant now = clock.instant();
        work.run(() -> links.deleteExpired(now));
        while (work.call(() -> sweepSessions(now)) == BATCH) {
            // goes on until less than a batch was left
        }
    }

    private int sweepSessions(Instant now) {
        List<String> ended = sessions.deleteExpired(now, BATCH);
        ends.announce(ended);
        return ended.size();
    }
}
