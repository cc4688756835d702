package org.patchbay.calls.call;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.calls.plan.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the names of who calls from outside, and has no call wait long for one. Thread-safe. */
public final class CallerNames {

    private static final Logger log = LoggerFactory.getLogger(CallerNames.class);
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final Names names;
    private final Executor workers;
    private final Timers timers;

    public CallerNames(Names names, Executor workers, Timers timers) {
        this.names = names;
        this.workers = workers;
        this.timers = timers;
    }

    /** Tells once, on any thread, who calls: by the name that the portal's address book has, if it has one. */
    void find(PortalId portal, Who caller, Consumer<Who> then) {
        String number = caller.party().number();
        if (caller.trunk().isEmpty() || !number.startsWith("+") || !names.areThere()) {
            then.accept(caller);
            return;
        }
        var told = new AtomicBoolean();
        Consumer<Who> once = who -> {
            if (told.compareAndSet(false, true)) {
                then.accept(who);
            }
        };
        Registration timer = timers.after(LONGEST, () -> once.accept(caller));
        try {
            workers.execute(() -> {
                Who found = name(portal, number).map(caller::named).orElse(caller);
                timer.close();
                once.accept(found);
            });
        } catch (RejectedExecutionException e) {
            timer.close();
            once.accept(caller);
        }
    }

    private Optional<String> name(PortalId portal, String number) {
        try {
            return names.of(portal, number);
        } catch (RuntimeException e) {
            log.warn("The name of a caller cannot be found", e);
            return Optional.empty();
        }
    }
}
