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

/** Finds the names of who calls from outside, and has no call wait long for one, nor for a CRM at all. Thread-safe. */
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

    /**
     * Tells who calls.
     *
     * @param then hears once, on any thread: by the name that the portal's address book has, if it has one
     * @param late hears of a name that comes after that, from the address book or a CRM
     */
    void find(PortalId portal, Who caller, Consumer<Who> then, Consumer<Who> late) {
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
                Optional<Who> found = name(portal, number).map(caller::named);
                timer.close();
                if (told.compareAndSet(false, true)) {
                    then.accept(found.orElse(caller));
                } else {
                    found.ifPresent(late);
                }
                if (found.isEmpty()) {
                    names.later(portal, number, name -> late.accept(caller.named(name)));
                }
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
