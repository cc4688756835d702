package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.signalling.LegId;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Obstacle;
import org.patchbay.calls.plan.Obstacles;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.Who;

/** What codes dialled at a phone do. Used on the thread of the call that dialled. */
final class Features {

    private final Hub hub;
    private final QueueBoard queues;
    private final Parking parking;
    private final Executor workers;
    private final Taking taking;
    private final CodeAims aims;
    private final ServiceCodes services;

    Features(
            Hub hub,
            Seats seats,
            QueueBoard queues,
            Parking parking,
            Executor workers,
            Privileges privileges,
            Completion completion) {
        this.hub = hub;
        this.queues = queues;
        this.parking = parking;
        this.workers = workers;
        this.taking = new Taking(privileges, workers);
        this.aims = new CodeAims(hub, seats, parking, taking, privileges, completion);
        this.services = new ServiceCodes(hub, workers, completion, aims);
    }

    /** What is in the way of codes. */
    Obstacles obstacles() {
        return aims;
    }

    void perform(Call call, Action.Feature feature) {
        unhindered(call, () -> aims.to(call.portal(), feature), () -> act(call, feature));
    }

    /** Who calls a place takes who is parked there, if they may. */
    void unpark(Call call, Action.Unpark unpark) {
        unhindered(
                call,
                () -> aims.to(call.portal(), call.caller().who().extension(), unpark),
                () -> visit(call, parking.at(call.portal(), unpark.place()), true, Features::fetch));
    }

    /** A phone takes the place of another one (RFC 3891), if it may. Used on any thread. */
    void replace(Call call, Line line, LegId replaced) {
        taking.ask(call, line, () -> Replacement.of(call, line, replaced));
    }

    /** Looks elsewhere, for it may take a while, whether something is in the way; then goes on, or refuses. */
    private void unhindered(Call call, Supplier<Optional<Obstacle>> look, Runnable then) {
        elsewhere(call, () -> {
            Optional<Obstacle> found = look.get();
            call.run(() -> found.ifPresentOrElse(
                    obstacle -> {
                        call.note(obstacle.why());
                        call.perform(obstacle.refusal());
                    },
                    then));
        });
    }

    private void act(Call call, Action.Feature feature) {
        Extension own = feature.extension();
        String argument = feature.argument();
        switch (feature.code()) {
            case DO_NOT_DISTURB ->
                write(call, !own.doNotDisturb(), () -> hub.book()
                        .extensions()
                        .doNotDisturb(call.portal(), own.id(), !own.doNotDisturb()));
            case FORWARD_ALWAYS -> forward(call, own, Forwards.Case.ALWAYS, argument);
            case FORWARD_BUSY -> forward(call, own, Forwards.Case.BUSY, argument);
            case FORWARD_NO_ANSWER -> forward(call, own, Forwards.Case.NO_ANSWER, argument);
            case FORWARD_UNAVAILABLE -> forward(call, own, Forwards.Case.UNAVAILABLE, argument);
            case CLEAR_FORWARDS -> write(call, false, () -> clear(call, own));
            case PARK -> park(call, own);
            case PICK_UP, PICK_UP_GROUP -> visit(call, aims.picked(call.portal(), feature), true, Features::pickUp);
            case QUEUE_AGENT -> {
                boolean on = queues.toggle(call.portal(), own.id());
                hub.signalling().changed(call.portal(), "dialog", call.dossier().called);
                call.note(Decision.of("queue", on ? "agent-on" : "agent-off", "extension", own.number()));
                services.saySwitched(call, on);
            }
            case LISTEN_IN -> come(call, argument, CallParty.Role.LISTENER);
            case WHISPER -> come(call, argument, CallParty.Role.WHISPERER);
            case BARGE_IN -> come(call, argument, CallParty.Role.BARGED_IN);
            case INTERCOM -> aims.extension(call.portal(), argument).ifPresent(to -> intercom(call, to));
            default -> services.perform(call, feature);
        }
    }

    /** Writes elsewhere, then says whether something is on now. */
    private void write(Call call, boolean on, Runnable change) {
        elsewhere(call, () -> {
            change.run();
            call.run(() -> services.saySwitched(call, on));
        });
    }

    private void elsewhere(Call call, Runnable task) {
        workers.execute(() -> {
            try {
                task.run();
            } catch (PatchbayException e) {
                call.run(() -> call.proceed(new Outcome.Failed(404)));
            } catch (RuntimeException e) {
                call.run(() -> call.proceed(new Outcome.Failed(500)));
                throw e;
            }
        });
    }

    private void forward(Call call, Extension own, Forwards.Case when, String argument) {
        Optional<Destination> to = argument.isEmpty() ? Optional.empty() : aims.destination(call.portal(), argument);
        write(call, to.isPresent(), () -> hub.book().extensions().forward(call.portal(), own.id(), when, to));
    }

    private void clear(Call call, Extension own) {
        for (Forwards.Case when : Forwards.Case.values()) {
            if (own.forwards().in(when).isPresent()) {
                hub.book().extensions().forward(call.portal(), own.id(), when, Optional.empty());
            }
        }
        if (own.doNotDisturb()) {
            hub.book().extensions().doNotDisturb(call.portal(), own.id(), false);
        }
    }

    private void park(Call call, Extension own) {
        Optional<String> place = hub.desk().park(call, Optional.empty());
        if (place.isEmpty()) {
            call.note(Decision.of("destination", "no-place"));
            call.redirect("diverted", Who.at(own), own.number());
            return;
        }
        call.enter(new ParkStage(call, call.caller(), Who.at(own), place.get()));
    }

    /** The phone goes there; the other call may be over by now. */
    private static void visit(Call call, Optional<Call> target, boolean together, BiPredicate<Line, Call> arrives) {
        target.filter(one -> one != call)
                .ifPresentOrElse(
                        there -> new Visit(call).to(there, together, arrives),
                        () -> call.proceed(new Outcome.Failed(404)));
    }

    private static boolean fetch(Line line, Call target) {
        if (target.stage() instanceof ParkStage park) {
            park.take(line);
            return true;
        }
        return false;
    }

    private static boolean pickUp(Line line, Call target) {
        if (!(target.stage() instanceof RingStage stage) || target.isCaller(line)) {
            return false;
        }
        target.tell(Journal.What.PICKED_UP, line.who().party().number());
        stage.take(line);
        return true;
    }

    /** Comes into the conversation of an extension; a whisperer is heard by that extension alone. */
    private void come(Call call, String number, CallParty.Role role) {
        visit(
                call,
                aims.talking(call.portal(), number),
                role == CallParty.Role.BARGED_IN,
                (line, there) -> in(line, there, number, role));
    }

    private static boolean in(Line line, Call there, String number, CallParty.Role role) {
        if (!(there.stage() instanceof TalkStage talk)) {
            return false;
        }
        Optional<Line> coached = role == CallParty.Role.WHISPERER
                ? there.line(one -> one != line && one.who().party().number().equals(number))
                : Optional.empty();
        line.accept(Optional.empty(), there.hub().clock().instant());
        line.role(role);
        talk.join(line, coached);
        there.tell(Journal.What.JOINED, line.who().party().number() + " " + role);
        return true;
    }

    private static void intercom(Call call, Extension to) {
        call.note(Decision.of("destination", "intercom", "extension", to.number()));
        call.enter(new RingStage(call, new Action.Ring(List.of(new Callee.Phones(to)), Duration.ofSeconds(10)), true));
    }
}
