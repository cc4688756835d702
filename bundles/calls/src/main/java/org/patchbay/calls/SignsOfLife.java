package org.patchbay.calls;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.call.Timers;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.LiveSheet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While calls go on, writes a sheet without calls every few seconds, whose id has the moment within: should the server be killed, its
 * calls went on until then. Thread-safe.
 */
final class SignsOfLife implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

    private final CallStore store;
    private final UnitOfWork unit;
    private final String run;
    private final Timers timers;
    private final Executor workers;
    private final Clock clock;
    private final Supplier<Optional<PortalId>> calling;
    private @Nullable LiveSheet last;
    private boolean closed;
    private Registration next;

    /**
     * Begins at once.
     *
     * @param calling a portal with a call that goes on; empty when there is none
     */
    SignsOfLife(
            CallStore store,
            UnitOfWork unit,
            String run,
            Timers timers,
            Executor workers,
            Clock clock,
            Supplier<Optional<PortalId>> calling) {
        this.store = store;
        this.unit = unit;
        this.run = run;
        this.timers = timers;
        this.workers = workers;
        this.clock = clock;
        this.calling = calling;
        this.next = later();
    }

    private Registration later() {
        return timers.after(EVERY, () -> workers.execute(this::beat));
    }

    private synchronized void beat() {
        if (closed) {
            return;
        }
        try {
            write(calling.get().map(portal -> new LiveSheet(Ids.next(clock), portal, run, List.of())));
        } catch (RuntimeException e) {
            log.warn("It cannot be written down that calls go on", e);
        }
        next = later();
    }

    private void write(Optional<LiveSheet> sign) {
        LiveSheet before = last;
        unit.run(() -> {
            sign.ifPresent(store::keep);
            if (before != null) {
                store.drop(before.portal(), before.id());
            }
        });
        last = sign.orElse(null);
    }

    @Override
    public synchronized void close() {
        closed = true;
        next.close();
        if (last != null) {
            write(Optional.empty());
        }
    }
}
