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

/**
 * Which portal answers on which host, held in memory so that a request for an unknown host never reaches the database.
 * Thread-safe.
 */
public final class HostDirectory {

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

    /** Forgets everything; whoever asks from now on sees what is committed now. */
    public void forget() {
        generation.incrementAndGet();
        snapshot = null;
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
        // Read after the generation: what is forgotten while the rows are read is not fresh for the next caller.
        Snapshot loaded = new Snapshot(
                present,
                now.plus(MAX_AGE),
                portals.get().stream().collect(Collectors.toUnmodifiableMap(Portal::host, portal -> portal)));
        snapshot = loaded;
        return loaded;
    }

    private record Snapshot(long generation, Instant until, Map<String, Portal> byHost) {
        boolean fresh(long present, Instant now) {
            return generation == present && now.isBefore(until);
        }
    }
}
