package org.patchbay.calls.limits;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.calls.Json;
import org.patchbay.calls.call.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls outside on the other servers of the cluster, so that a limit of a portal holds over all. Each server tells once a second
 * how many go on there and which ended, in one message and only where there is something to tell: a limit may be passed by
 * what begins elsewhere within that second. What a server told last counts for five seconds, for it may have died. Thread-safe.
 */
public final class OutsideElsewhere implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OutsideElsewhere.class);
    private static final String TOPIC = "calls-outside";
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration LIFE = Duration.ofSeconds(5);
    private static final int MOST_ENDED = 10_000;

    /** A call outside that ended. */
    record Ended(String portal, long seconds, List<String> numbers) {}

    /** What a run of a server tells: how many calls outside go on there, by portal, and which ended. */
    record Told(String run, Map<String, Integer> goingOn, List<Ended> ended) {}

    private record Elsewhere(Map<String, Integer> goingOn, Instant until) {}

    /** What this server knows of itself, and takes of others. */
    public interface Here {

        /** How many go on, by portal; none for a portal without any. */
        Map<String, Integer> goingOn();

        /** A call ended on another server. */
        void ended(PortalId portal, long seconds, List<String> numbers);
    }

    private final Cluster cluster;
    private final String run;
    private final Timers timers;
    private final Executor workers;
    private final Clock clock;
    private final Here here;
    private final Map<String, Elsewhere> others = new ConcurrentHashMap<>();
    private final Queue<Ended> untold = new ConcurrentLinkedQueue<>();
    private final Registration heard;
    private volatile Registration next;
    private volatile boolean closed;
    private boolean quiet = true;

    public OutsideElsewhere(Cluster cluster, String run, Timers timers, Executor workers, Clock clock, Here here) {
        this.cluster = cluster;
        this.run = run;
        this.timers = timers;
        this.workers = workers;
        this.clock = clock;
        this.here = here;
        this.heard = cluster.subscribe(TOPIC, this::heard);
        this.next = timers.after(ROUND, () -> workers.execute(this::round));
    }

    /** How many calls outside of a portal go on on the other servers. */
    public int goingOn(PortalId portal) {
        if (others.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        return others.values().stream()
                .filter(one -> one.until().isAfter(now))
                .mapToInt(one -> one.goingOn().getOrDefault(portal.value(), 0))
                .sum();
    }

    /** A call outside ended here. */
    public void tell(PortalId portal, long seconds, List<String> numbers) {
        untold.add(new Ended(portal.value(), seconds, numbers));
    }

    private void round() {
        tellOthers();
        if (!closed) {
            next = timers.after(ROUND, () -> workers.execute(this::round));
        }
    }

    private synchronized void tellOthers() {
        Map<String, Integer> now = new HashMap<>(here.goingOn());
        List<Ended> ended = new ArrayList<>();
        while (ended.size() < MOST_ENDED && !untold.isEmpty()) {
            ended.add(untold.remove());
        }
        boolean nothing = now.isEmpty() && ended.isEmpty();
        if (!nothing || !quiet) {
            String text = Json.text(new Told(run, now, ended));
            cluster.publish(TOPIC, text.getBytes(StandardCharsets.UTF_8));
        }
        quiet = nothing;
    }

    private void heard(byte[] message) {
        try {
            Told told = Json.read(new String(message, StandardCharsets.UTF_8), Told.class);
            if (told.run().equals(run)) {
                return;
            }
            if (told.goingOn().isEmpty()) {
                others.remove(told.run());
            } else {
                others.put(
                        told.run(),
                        new Elsewhere(told.goingOn(), clock.instant().plus(LIFE)));
            }
            workers.execute(() ->
                    told.ended().forEach(one -> here.ended(new PortalId(one.portal()), one.seconds(), one.numbers())));
        } catch (UncheckedIOException e) {
            log.warn("What another server told of its calls outside cannot be read: {}", e.getMessage());
        }
    }

    /** Tells what is left; those here count elsewhere no more. */
    @Override
    public void close() {
        closed = true;
        next.close();
        tellOthers();
        heard.close();
    }
}
