package org.patchbay.tenancy.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.tenancy.Portal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which portal answers on which host, held in memory so that a request for an unknown host never reaches the database.
 * Thread-safe.
 */
public final class HostDirectory {

    private static final Logger log = LoggerFactory.getLogger(HostDirectory.class);

    /** Bounds how long a node that missed a message answers from the past. */
    private static final Duration MAX_AGE = Duration.ofSeconds(30);

    private final Supplier<List<Portal>> portals;
    private final Clock clock;
    private final AtomicLong generation = new AtomicLong();
    private volatile @Nullable Snapshot snapshot;

    public HostDirectory(Supplier<List<Portal>> portals, Clock clock) {
        this.portals = portals;
        this.clock = clock;
    }

    /** The portal whose host this is. */
    public Optional<Portal> find(HostName host) {
        return Optional.ofNullable(current().byHost.get(host.value()));
    }

    /** Root's portal. */
    public Optional<Portal> root() {
        return current().root;
    }

    /** Forgets everything; whoever asks from now on sees what is committed now. */
    public void forget() {
        generation.incrementAndGet();
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        return known != null && known.fresh(generation.get(), clock.instant()) ? known : load();
    }

    private synchronized Snapshot load() {
        Snapshot known = snapshot;
        long present = generation.get();
        Instant now = clock.instant();
        if (known != null && known.fresh(present, now)) {
            return known;
        }
        try {
            // Read after the generation: what is forgotten while the rows are read is not fresh for the next caller.
            Snapshot loaded = Snapshot.of(present, now.plus(MAX_AGE), portals.get());
            snapshot = loaded;
            return loaded;
        } catch (RuntimeException e) {
            // A page that says that the database is down has to find its portal, too.
            if (known == null || known.generation != present) {
                throw e;
            }
            log.warn("The portals cannot be read; going on with those of before", e);
            return known;
        }
    }

    private record Snapshot(long generation, Instant until, Map<String, Portal> byHost, Optional<Portal> root) {
        static Snapshot of(long generation, Instant until, List<Portal> portals) {
            return new Snapshot(
                    generation,
                    until,
                    portals.stream().collect(Collectors.toUnmodifiableMap(Portal::host, portal -> portal)),
                    portals.stream().filter(portal -> portal.id().isRoot()).findFirst());
        }

        boolean fresh(long present, Instant now) {
            return generation == present && now.isBefore(until);
        }
    }
}
