package org.patchbay.calls.call;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The caller is at an application; when that fails, the call goes on as if it were not there. */
final class ApplicationStage implements Stage, ApplicationCall {

    private static final Logger log = LoggerFactory.getLogger(ApplicationStage.class);
    private static final Duration LONGEST = Duration.ofHours(24);
    /** That wait at a time. */
    private static final int MOST_TIMERS = 20;

    private final Call call;
    private final CallApplication application;
    private final Wanted wanted;
    private final Executor workers;
    private final Line caller;
    private final CallDestination at;
    private final Set<Pending> timers = ConcurrentHashMap.newKeySet();
    private ApplicationListener listener = new ApplicationListener() {};
    private boolean left;

    ApplicationStage(Call call, CallApplication application, Wanted wanted, Executor workers) {
        this.call = call;
        this.application = application;
        this.wanted = wanted;
        this.workers = workers;
        this.caller = call.caller();
        Optional<Extension> owner = Owner.of(call.hub().book(), call.portal(), wanted);
        this.at = new CallDestination(
                application.name(),
                owner.map(Extension::number).orElse(""),
                owner.map(Extension::name).orElse(""));
    }

    @Override
    public CallState state() {
        return CallState.LISTENING;
    }

    @Override
    public Optional<CallDestination> at() {
        return Optional.of(at);
    }

    @Override
    public void begin() {
        shownTo(caller);
        Duration longest = application.longest();
        after(longest.compareTo(LONGEST) < 0 ? longest : LONGEST, this::late);
        guarded(() -> {
            ApplicationListener hears = application.begin(this);
            if (left) {
                hears.over();
            }
            listener = hears;
        });
    }

    private void late() {
        note("too-long", Map.of());
        hangUp();
    }

    /** One that throws is left. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.warn("The application {} failed in a call", application.name(), e);
            if (!left) {
                call.note(Decision.of("application", "failed", "name", application.name()));
                quiet();
                call.proceed(new Outcome.Failed(500));
            }
        }
    }

    @Override
    public void pressed(Line line, char digit) {
        if (line == caller) {
            guarded(() -> listener.pressed(digit));
        }
    }

    @Override
    public void played(Line line) {
        if (line == caller) {
            guarded(listener::played);
        }
    }

    @Override
    public void held(Line line, boolean on) {
        if (line == caller) {
            guarded(() -> listener.held(on));
        }
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (line == caller) {
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        }
    }

    @Override
    public void leave() {
        if (!left) {
            left = true;
            timers.forEach(Pending::close);
            guarded(listener::over);
        }
    }

    private void quiet() {
        if (!caller.isOver()) {
            caller.port().stopPlaying();
            caller.port().disconnect();
        }
    }

    @Override
    public PortalId portal() {
        return call.portal();
    }

    @Override
    public CallId id() {
        return call.id();
    }

    @Override
    public Wanted wanted() {
        return wanted;
    }

    @Override
    public Party caller() {
        return caller.who().party();
    }

    @Override
    public Optional<Extension> extension() {
        return caller.who().extension();
    }

    @Override
    public Optional<String> device() {
        return caller.device();
    }

    @Override
    public String language() {
        return call.hub().desk().voice(call).language();
    }

    @Override
    public String country() {
        return call.hub().desk().voice(call).country();
    }

    @Override
    public MediaPort port() {
        return caller.port();
    }

    @Override
    public void answer(boolean conversation) {
        if (left || caller.isOver()) {
            return;
        }
        caller.accept(Optional.empty(), call.hub().clock().instant());
        if (conversation) {
            call.dossier().conversing();
        } else {
            call.dossier().attended();
        }
        call.refresh();
    }

    @Override
    public void note(String reason, Map<String, String> params) {
        if (!left) {
            call.note(new Decision(application.name(), reason, params));
        }
    }

    @Override
    public void transfer(Destination to) {
        if (!left) {
            quiet();
            call.proceed(new Outcome.Sent(to));
        }
    }

    @Override
    public void hangUp() {
        if (!left) {
            call.finish(LegEnd.hungUp(), CallResult.MISSED);
        }
    }

    @Override
    public void run(Runnable task) {
        call.run(() -> {
            if (!left) {
                guarded(task);
            }
        });
    }

    @Override
    public Registration after(Duration time, Runnable task) {
        if (left) {
            return () -> {};
        }
        if (timers.size() >= MOST_TIMERS) {
            throw new IllegalStateException(application.name() + " waits for " + MOST_TIMERS + " moments at a time");
        }
        return new Pending(time, task);
    }

    /** Something that is to be done later, until it is done or nobody wants it any more. */
    private final class Pending implements Registration {

        private final Registration timer;

        Pending(Duration time, Runnable task) {
            timers.add(this);
            timer = call.hub().timers().after(time, () -> due(task));
        }

        private void due(Runnable task) {
            run(() -> {
                timers.remove(this);
                task.run();
            });
        }

        @Override
        public void close() {
            timers.remove(this);
            timer.close();
        }
    }

    @Override
    public <T> void work(Supplier<T> task, Consumer<T> then) {
        workers.execute(() -> {
            try {
                T made = task.get();
                run(() -> then.accept(made));
            } catch (RuntimeException e) {
                run(() -> {
                    throw e;
                });
            }
        });
    }
}
