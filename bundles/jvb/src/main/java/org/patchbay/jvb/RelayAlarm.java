package org.patchbay.jvb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Events;
import org.patchbay.api.store.UnitOfWork;

/** Says that two videobridges do not hear each other: of two of them once in a while, in however many meetings. Thread-safe. */
@Component(service = RelayAlarm.class)
public final class RelayAlarm {

    static final Duration PAUSE = Duration.ofMinutes(10);

    private final Map<List<String>, Instant> told = new HashMap<>();
    private final Events events;
    private final UnitOfWork work;
    private final Clock clock;

    @Activate
    public RelayAlarm(@Reference Events events, @Reference UnitOfWork work) {
        this(events, work, Clock.systemUTC());
    }

    RelayAlarm(Events events, UnitOfWork work, Clock clock) {
        this.events = events;
        this.work = work;
        this.clock = clock;
    }

    /** Blocks for the database. */
    void lost(String server, String other) {
        if (isNews(Stream.of(server, other).sorted().toList())) {
            work.run(() -> events.publish(
                    PortalId.ROOT, JvbEvents.RELAY_LOST, server, new JvbEvents.RelayLost(server, other)));
        }
    }

    private synchronized boolean isNews(List<String> pair) {
        Instant now = clock.instant();
        told.values().removeIf(at -> !now.isBefore(at.plus(PAUSE)));
        return told.putIfAbsent(pair, now) == null;
    }
}
