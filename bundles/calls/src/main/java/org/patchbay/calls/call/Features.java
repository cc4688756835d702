package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.identity.Right;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.Who;

/** What codes dialled at a phone do. Used on the thread of the call that dialled. */
final class Features {

    private static final Duration BEEP = Duration.ofMillis(500);

    private final Hub hub;
    private final Seats seats;
    private final QueueBoard queues;
    private final Executor workers;
    private final Privileges privileges;
    private final ServiceCodes services;

    Features(Hub hub, Seats seats, QueueBoard queues, Executor workers, Privileges privileges, ServiceCodes services) {
        this.services = services;
        this.hub = hub;
        this.seats = seats;
        this.queues = queues;
        this.workers = workers;
        this.privileges = privileges;
    }

    void perform(Call call, Action.Feature feature) {
        Extension own = feature.extension();
        String argument = feature.argument();
        switch (feature.code()) {
            case DO_NOT_DISTURB ->
                write(call, () -> hub.book().extensions().doNotDisturb(call.portal(), own.id(), !own.doNotDisturb()));
            case FORWARD_ALWAYS -> forward(call, own, Forwards.Case.ALWAYS, argument);
            case FORWARD_BUSY -> forward(call, own, Forwards.Case.BUSY, argument);
            case FORWARD_NO_ANSWER -> forward(call, own, Forwards.Case.NO_ANSWER, argument);
            case FORWARD_UNAVAILABLE -> forward(call, own, Forwards.Case.UNAVAILABLE, argument);
            case CLEAR_FORWARDS -> write(call, () -> clear(call, own));
            case PARK -> park(call, own);
            case PICK_UP ->
                pickUp(call, stage -> stage.extensions().stream()
                        .anyMatch(one -> one.number().equals(argument)));
            case PICK_UP_GROUP ->
                pickUp(call, stage -> stage.extensions().stream().anyMatch(one -> together(call, own, one)));
            case QUEUE_AGENT -> {
                boolean on = queues.toggle(call.portal(), own.id());
                call.note(Decision.of("queue", on ? "agent-on" : "agent-off", "extension", own.number()));
                confirm(call);
            }
            case LISTEN_IN -> come(call, own, argument, Right.LISTEN_IN, CallParty.Role.LISTENER);
            case WHISPER -> come(call, own, argument, Right.WHISPER, CallParty.Role.WHISPERER);
            case BARGE_IN -> come(call, own, argument, Right.BARGE_IN, CallParty.Role.BARGED_IN);
            case INTERCOM -> intercom(call, argument);
            default -> {
                if (services.perform(call, feature)) {
                    return;
                }
                call.note(Decision.of(
                        "number", "code-not-here", "code", feature.code().name()));
                call.refuse(new Action.Refuse(501, "code-not-here", CallResult.FAILED));
            }
        }
    }

    /** Writes elsewhere, then says by a tone that it is done. */
    private void write(Call call, Runnable change) {
        workers.execute(() -> {
            try {
                change.run();
                call.run(() -> confirm(call));
            } catch (PatchbayException e) {
                call.run(() -> call.proceed(new Outcome.Failed(404)));
            } catch (RuntimeException e) {
                call.run(() -> call.proceed(new Outcome.Failed(500)));
                throw e;
            }
        });
    }

    private void confirm(Call call) {
        call.dossier().conversing();
        call.enter(new SayStage(
                call,
                List.of(new Prompt.Tone(
                        Prompt.Tone.Kind.BEEP, hub.desk().voice(call).country(), BEEP))));
    }

    private void forward(Call call, Extension own, Forwards.Case when, String argument) {
        Optional<Destination> to = argument.isEmpty() ? Optional.empty() : destination(call, argument);
        if (to.isEmpty() && !argument.isEmpty()) {
            call.proceed(new Outcome.Failed(404));
            return;
        }
        write(call, () -> hub.book().extensions().forward(call.portal(), own.id(), when, to));
    }

    private Optional<Destination> destination(Call call, String digits) {
        Dialled meaning = hub.book().dialPlan().understand(call.portal(), digits);
        if (meaning instanceof Dialled.Internal internal) {
            return Optional.of(internal.destination());
        }
        return meaning instanceof Dialled.Outside outside
                ? Optional.of(new Destination(Destination.Kind.OUTSIDE, outside.number()))
                : Optional.empty();
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
            call.redirect(Who.at(own), own.number());
            return;
        }
        call.note(Decision.of("destination", "parked", "place", place.get()));
        call.enter(new ParkStage(call, call.caller(), Who.at(own), place.get()));
    }

    private boolean together(Call call, Extension own, Extension other) {
        return hub.book().groups().ringGroupsOf(call.portal(), own.id()).stream()
                .map(RingGroup::members)
                .anyMatch(members -> members.contains(other.id()));
    }

    private void pickUp(Call call, Predicate<RingStage> wanted) {
        Optional<Call> ringing = seats.ringing(call.portal(), one -> one != call).stream()
                .filter(one -> one.stage() instanceof RingStage stage && wanted.test(stage))
                .findFirst();
        if (ringing.isEmpty()) {
            call.note(Decision.of("destination", "nothing-rings"));
            call.proceed(new Outcome.Failed(404));
            return;
        }
        new Visit(call).to(ringing.get(), (line, target) -> {
            if (!(target.stage() instanceof RingStage stage) || target.isCaller(line)) {
                return false;
            }
            target.tell(Journal.What.PICKED_UP, line.who().party().number());
            stage.take(line);
            return true;
        });
    }

    /** Comes into the conversation of an extension; a whisperer is heard by that extension alone. */
    private void come(Call call, Extension own, String number, Right right, CallParty.Role role) {
        Optional<Call> talking = extension(call, number).flatMap(one -> seats.of(call.portal(), one.id()).stream()
                .filter(other -> other != call && other.stage() instanceof TalkStage)
                .findFirst());
        if (talking.isEmpty()) {
            call.note(Decision.of("destination", "nobody-talks", "extension", number));
            call.proceed(new Outcome.Failed(404));
            return;
        }
        Call target = talking.get();
        workers.execute(() -> {
            boolean may = privileges.may(call.portal(), own, right, target.live());
            call.run(() -> {
                if (!may) {
                    call.note(Decision.of("limits", "no-right", "right", right.name()));
                    call.proceed(new Outcome.Failed(403));
                    return;
                }
                new Visit(call).to(target, (line, there) -> in(line, there, number, role));
            });
        });
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

    private Optional<Extension> extension(Call call, String number) {
        Dialled meaning = hub.book().dialPlan().understand(call.portal(), number);
        return meaning instanceof Dialled.Internal internal
                        && internal.destination().kind() == Destination.Kind.EXTENSION
                ? hub.book()
                        .extensions()
                        .find(call.portal(), internal.destination().value())
                : Optional.empty();
    }

    private void intercom(Call call, String number) {
        Optional<Extension> to = extension(call, number);
        if (to.isEmpty()) {
            call.proceed(new Outcome.Failed(404));
            return;
        }
        call.note(Decision.of("destination", "intercom", "extension", number));
        call.enter(new RingStage(
                call, new Action.Ring(List.of(new Callee.Phones(to.get())), Duration.ofSeconds(10)), true));
    }
}
