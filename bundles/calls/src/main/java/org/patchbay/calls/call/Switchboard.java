package org.patchbay.calls.call;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegId;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.plan.Obstacles;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.Who;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.IncomingCall;

/** All calls of this node: takes those that come in, makes those that are wanted. Thread-safe. */
public final class Switchboard implements CallHandler, Desk {

    private static final LegListener NOBODY = end -> {};

    private final Map<CallId, Call> calls = new ConcurrentHashMap<>();
    private final Hub hub;
    private final Seats seats;
    private final Consultant consultant;
    private final QueueBoard queues = new QueueBoard();
    private final Parking parking = new Parking();
    private final Referrals referrals = new Referrals();
    private final Conferences conferences;
    private final Completion completion;
    private final Features features;
    private final Consumer<Call> changes;
    private final Function<Call, Voice> voices;
    private final Applications applications;
    private final Executor workers;
    private final int most;

    /**
     * What it is made of.
     *
     * @param threads on which calls go on
     * @param workers where what writes to the database goes on
     * @param most calls at once
     * @param changes hears of each call that is otherwise than before
     */
    public record Parts(
            Signalling signalling,
            PhoneMedia media,
            Timers timers,
            Executor threads,
            Executor workers,
            Clock clock,
            Book book,
            Meter meter,
            Consultant consultant,
            Applications applications,
            Names names,
            Privileges privileges,
            Journal journal,
            RecordingSpace recordings,
            int most,
            Consumer<Call> changes,
            Function<Call, Voice> voices) {}

    public Switchboard(Parts parts) {
        this.consultant = parts.consultant();
        this.seats = new Seats(parts.clock());
        this.changes = parts.changes();
        this.voices = parts.voices();
        this.applications = parts.applications();
        this.workers = parts.workers();
        this.most = parts.most();
        this.conferences = new Conferences(parts.media());
        this.hub = new Hub(
                parts.signalling(),
                parts.media(),
                parts.timers(),
                parts.threads(),
                parts.clock(),
                parts.book(),
                new LiveFacts(
                        parts.signalling(),
                        parts.book().extensions(),
                        seats,
                        parts.meter(),
                        parts.consultant(),
                        parts.applications()),
                parts.journal(),
                this,
                new CallerNames(parts.names(), parts.workers(), parts.timers()),
                parts.recordings());
        this.completion =
                new Completion(seats, parts.timers(), (portal, from, to) -> originate(portal, from, to.number()));
        this.features = new Features(hub, seats, queues, parking, parts.workers(), parts.privileges(), completion);
    }

    public Hub hub() {
        return hub;
    }

    /** What is in the way of codes. */
    public Obstacles obstacles() {
        return features.obstacles();
    }

    public QueueBoard queues() {
        return queues;
    }

    @Override
    public LegListener incoming(PortalId portal, IncomingCall in) {
        requireRoom();
        Optional<Who> who = Who.of(portal, in, hub.book());
        if (who.isEmpty()) {
            in.leg().end(LegEnd.refused(403, "This device belongs to no extension"));
            return NOBODY;
        }
        if (in.replaces().isPresent()) {
            return replacing(portal, in, who.get());
        }
        var call = new Call(portal, who.get(), in.called(), hub);
        Optional<Line> line = line(call, portal, in, who.get());
        line.ifPresent(one -> {
            calls.put(call.id(), call);
            call.begin(one);
        });
        return line.<LegListener>map(Line::events).orElse(NOBODY);
    }

    private void requireRoom() {
        if (calls.size() >= most) {
            throw Problem.LIMITED.because("calls.too-many", "Too many calls go on");
        }
    }

    private Optional<Line> line(Call call, PortalId portal, IncomingCall in, Who who) {
        try {
            return Optional.of(
                    Line.of(call, portal, in, who, hub.media(), hub.clock().instant()));
        } catch (PatchbayException e) {
            if (e.problem() == Problem.LIMITED) {
                throw e;
            }
            in.leg().end(LegEnd.refused(488, "The description cannot be read"));
            return Optional.empty();
        }
    }

    /** A phone takes the place of another one (RFC 3891). */
    private LegListener replacing(PortalId portal, IncomingCall in, Who who) {
        LegId replaced = in.replaces().orElseThrow();
        Optional<Call> call = holding(replaced).filter(one -> one.portal().equals(portal));
        if (call.isEmpty()) {
            in.leg().end(LegEnd.refused(481, "There is no such dialog"));
            return NOBODY;
        }
        Optional<Line> line = line(call.get(), portal, in, who);
        line.ifPresent(one -> features.replace(call.get(), one, replaced));
        return line.<LegListener>map(Line::events).orElse(NOBODY);
    }

    @Override
    public int referred(PortalId portal, String account, String phone, String number, IntConsumer told) {
        return Referrals.asked(hub, portal, account, phone, from -> originate(portal, from, number, told));
    }

    /** Somebody calls by the console: the own phones ring first. */
    public Call originate(PortalId portal, Extension from, String to) {
        return originate(portal, from, to, status -> {});
    }

    private Call originate(PortalId portal, Extension from, String to, IntConsumer told) {
        requireRoom();
        var call = new Call(portal, Who.at(from), to, hub);
        calls.put(call.id(), call);
        referrals.expect(call, told);
        call.begin(new OriginateStage(call, from));
        return call;
    }

    /** Phones ring to wake somebody; what is to be done when nobody answers. */
    public void wake(PortalId portal, Extension who, Runnable unanswered) {
        var call = new Call(portal, Who.at(who), who.number(), hub);
        calls.put(call.id(), call);
        call.begin(new WakeStage(call, who, unanswered));
    }

    public Optional<Call> find(PortalId portal, CallId id) {
        return Optional.ofNullable(calls.get(id)).filter(call -> call.portal().equals(portal));
    }

    /** Who parked a call, while it is parked. */
    public static Optional<PersonId> parkedBy(Call call) {
        return call.stage() instanceof ParkStage park ? park.by().person() : Optional.empty();
    }

    /** The calls of a portal, the oldest first. */
    public List<Call> of(PortalId portal) {
        return calls.values().stream()
                .filter(call -> call.portal().equals(portal))
                .sorted(Comparator.comparing(call -> call.id().value()))
                .toList();
    }

    /** The calls of an extension. */
    public Set<Call> of(PortalId portal, String extension) {
        return seats.of(portal, extension);
    }

    public int size() {
        return calls.size();
    }

    public Optional<PortalId> calling() {
        return calls.values().stream().findFirst().map(Call::portal);
    }

    /** Whether nothing is left of calls that are over. */
    boolean isEmpty() {
        return calls.isEmpty() && seats.isEmpty() && referrals.isEmpty();
    }

    /** Ends all calls, as the server ends, and waits until they are written down, or no longer than this. */
    public void close(Duration patience) {
        completion.close();
        LegEnd end = LegEnd.refused(503, "The server ends");
        calls.values().forEach(call -> call.run(() -> call.finish(end, CallResult.RESTART)));
        long until = System.nanoTime() + patience.toNanos();
        try {
            synchronized (calls) {
                for (long left = patience.toMillis();
                        left > 0 && !calls.isEmpty();
                        left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
                    calls.wait(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void seat(Line line, Call call) {
        seats.seat(line, call);
    }

    @Override
    public void unseat(Line line, Call call) {
        seats.unseat(line, call);
        line.who().extension().ifPresent(one -> {
            queues.over(call, one.id(), hub.clock().instant());
            completion.free(call.portal(), one.id());
        });
    }

    @Override
    public Optional<Call> holding(LegId leg) {
        return seats.holding(leg);
    }

    @Override
    public void over(Call call) {
        synchronized (calls) {
            calls.remove(call.id());
            calls.notifyAll();
        }
        referrals.over(call);
        Dossier dossier = call.dossier();
        if (dossier.metBusy()) {
            dossier.first().extension().ifPresent(one -> completion.busy(call.portal(), one, dossier.called));
        }
    }

    @Override
    public Voice voice(Call call, Who hearer) {
        return voices.apply(call).in(hub.book().language(call.portal(), hearer));
    }

    @Override
    public void perform(Call call, Action action) {
        if (action instanceof Action.Consult) {
            consultant.ask(call);
        } else if (action instanceof Action.Feature feature) {
            features.perform(call, feature);
        } else if (action instanceof Action.Unpark unpark) {
            features.unpark(call, unpark);
        } else if (action instanceof Action.Wait wait) {
            call.enter(new QueueStage(call, wait.queue(), queues));
        } else if (action instanceof Action.Join join) {
            call.enter(new ConferenceStage(call, join.room(), conferences));
        } else if (action instanceof Action.Apply apply) {
            apply(call, apply);
        }
    }

    private void apply(Call call, Action.Apply apply) {
        Optional<CallApplication> present = applications
                .taking(call.portal(), apply.wanted())
                .filter(one -> one.name().equals(apply.application()));
        if (present.isPresent()) {
            call.enter(new ApplicationStage(call, present.get(), apply.wanted(), workers));
        } else {
            call.note(Decision.of("application", "gone", "name", apply.application()));
            call.proceed(new Outcome.Failed(503));
        }
    }

    @Override
    public Optional<String> park(Call call, Optional<String> place) {
        return parking.take(
                call, place, hub.book().dialPlan().settings(call.portal()).parkingPlaces());
    }

    @Override
    public void unparked(Call call, String place) {
        parking.free(call, place);
    }

    @Override
    public void wrapUp(Call call, Extension agent, Duration time) {
        queues.restAfter(call, agent.id(), time);
    }

    @Override
    public void changed(Call call) {
        referrals.changed(call);
        changes.accept(call);
    }
}
