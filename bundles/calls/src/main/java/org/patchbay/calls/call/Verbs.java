package org.patchbay.calls.call;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.Who;

/** What people do with calls by the console and by programs. Used on the call's thread; rights are checked before. */
public final class Verbs {

    private static final Pattern KEYS = Pattern.compile("[0-9*#A-D]{1,32}");

    private final Call call;
    private final Actor actor;

    public Verbs(Call call, Actor actor) {
        this.call = call;
        this.actor = actor;
    }

    /** CONFLICT where it does not fit what the call is doing. */
    public void act(CallAction action) {
        requireTalks(action);
        if (action instanceof CallAction.Answer) {
            answer();
        } else if (action instanceof CallAction.HangUp) {
            hangUp();
        } else if (action instanceof CallAction.Hold hold) {
            hold(hold.on());
        } else if (action instanceof CallAction.Divert divert) {
            divert(divert.to());
        } else if (action instanceof CallAction.Park park) {
            park(park.place());
        } else if (action instanceof CallAction.PickUp) {
            pickUp();
        } else if (action instanceof CallAction.Listen) {
            talk();
            come(CallParty.Role.LISTENER, Optional.empty());
        } else if (action instanceof CallAction.Whisper whisper) {
            talk();
            Line coached = call.line(one -> one.leg().id().value().equals(whisper.leg()))
                    .orElseThrow(() -> Problem.INVALID.at("/leg", "call.leg", "is no phone of this call"));
            come(CallParty.Role.WHISPERER, Optional.of(coached));
        } else if (action instanceof CallAction.BargeIn) {
            talk();
            come(CallParty.Role.BARGED_IN, Optional.empty());
        } else if (action instanceof CallAction.Add add) {
            add(add.to());
        } else if (action instanceof CallAction.Recording recording) {
            record(recording.on());
        } else if (action instanceof CallAction.Press press) {
            press(press.keys());
        }
        call.refresh();
    }

    static PatchbayException misfit() {
        return Problem.CONFLICT.because("call.state", "This does not fit what the call is doing");
    }

    /** Who listens only hangs up, or joins in some other way; who is heard presses keys too. */
    private void requireTalks(CallAction action) {
        boolean alike = action instanceof CallAction.HangUp
                || action instanceof CallAction.Listen
                || action instanceof CallAction.Whisper
                || action instanceof CallAction.BargeIn;
        Optional<Line> supervises = actor.line(call).filter(Line::supervises);
        boolean heard = supervises
                .filter(line -> line.role() != CallParty.Role.LISTENER)
                .isPresent();
        if (supervises.isPresent() && !alike && !(heard && action instanceof CallAction.Press)) {
            throw supervised();
        }
    }

    private static PatchbayException supervised() {
        return Problem.FORBIDDEN.because("call.supervises", "Who supervises a call can only hang up");
    }

    private static PatchbayException many() {
        return Problem.CONFLICT.because("call.more-than-two", "More than two talk, with whom this cannot be done");
    }

    private Line own() {
        return actor.line(call)
                .orElseThrow(() -> Problem.CONFLICT.because("call.not-in", "No phone of yours is in this call"));
    }

    private TalkStage talk() {
        if (call.stage() instanceof TalkStage talk) {
            return talk;
        }
        throw misfit();
    }

    private void answer() {
        own();
        if (!(call.stage() instanceof RingStage ring)) {
            throw misfit();
        }
        ring.again(ringing().orElseThrow(Verbs::misfit));
    }

    /** The actor's own extension that is called. */
    private Optional<Extension> ringing() {
        return actor.extensions().stream()
                .filter(one -> call.line(line -> line.isRinging()
                                && !call.isCaller(line)
                                && line.who().is(one.id()))
                        .isPresent())
                .findFirst();
    }

    private void hangUp() {
        Optional<Line> own = actor.line(call);
        if (own.isPresent() && own.get().isUp()) {
            own.get().end(LegEnd.hungUp());
        } else if (own.isPresent() && call.stage() instanceof TalkStage) {
            own.get().end(LegEnd.refused(603, "Refused"));
        } else if (own.isPresent() && call.stage() instanceof RingStage ring && !call.isCaller(own.get())) {
            ring.refuse(ringing().orElseThrow(Verbs::misfit));
        } else {
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        }
    }

    private void hold(boolean on) {
        Line own = own();
        talk();
        if (own.holds() != on) {
            own.holds(on);
            call.held(own, on);
        }
    }

    private void divert(String to) {
        requireNumber(to);
        if (call.stage() instanceof RingStage) {
            Dialled meaning = call.hub().book().dialPlan().understand(call.portal(), to);
            requireSent(
                    meaning instanceof Dialled.Internal || meaning instanceof Dialled.Outside
                            ? Transfer.DONE
                            : Transfer.NOT_FOUND);
            call.proceed(new Outcome.Diverted(to));
            return;
        }
        TalkStage talk = talk();
        Line leaves = actor.line(call)
                .or(() -> talk.speaking().stream()
                        .filter(line ->
                                !call.isCaller(line) && line.who().extension().isPresent())
                        .findFirst())
                .orElseThrow(Verbs::misfit);
        requireSent(new Transfer(call, leaves).blind(to));
    }

    /**
     * Says why a call is not sent to a number.
     *
     * @param status of SIP; 200 when it is
     */
    public static void requireSent(int status) {
        switch (status) {
            case Transfer.DONE -> {}
            case Transfer.GONE -> throw misfit();
            case Transfer.NOT_FOUND ->
                throw Problem.INVALID.at("/to", "call.number-unknown", "is no number that can be called");
            case Transfer.FORBIDDEN ->
                throw Problem.INVALID.at("/to", "call.number-forbidden", "may not be called from here");
            case Transfer.MANY -> throw many();
            case Transfer.BUSY -> throw Problem.CONFLICT.at("/to", "call.number-busy", "is busy");
            default -> throw Problem.CONFLICT.at("/to", "call.number-unreachable", "cannot be reached now");
        }
    }

    private void requireNumber(String to) {
        if (to.length() > 32 || to.isBlank()) {
            throw Problem.INVALID.at("/to", "call.number", "must be a number of 1 to 32 characters");
        }
    }

    private void park(Optional<String> wanted) {
        TalkStage talk = talk();
        if (talk.isMany()) {
            throw many();
        }
        Line by = actor.line(call)
                .or(() -> talk.speaking().stream()
                        .filter(line -> line.who().extension().isPresent())
                        .findFirst())
                .orElseThrow(Verbs::misfit);
        Line parked = talk.other(by).orElseThrow(Verbs::misfit);
        String place = call.hub()
                .desk()
                .park(call, wanted)
                .orElseThrow(() -> Problem.CONFLICT.because("call.no-place", "No such parking place is free"));
        Who who = by.who();
        talk.unwatch();
        call.enter(new ParkStage(call, parked, who, place));
        by.end(LegEnd.hungUp());
    }

    private void pickUp() {
        if (!(call.stage() instanceof RingStage) && !(call.stage() instanceof ParkStage)) {
            throw misfit();
        }
        invite(call.dossier().first().party(), CallParty.Role.CALLED, line -> {
            if (call.stage() instanceof RingStage ring) {
                call.tell(Journal.What.PICKED_UP, line.who().party().number());
                ring.take(line);
                return true;
            }
            if (call.stage() instanceof ParkStage park) {
                park.take(line);
                return true;
            }
            return false;
        });
    }

    /** The own phone rings, or answers by itself, and is in. */
    private void come(CallParty.Role role, Optional<Line> coached) {
        invite(talk().heard(), role, line -> join(line, role, coached));
    }

    private boolean join(Line line, CallParty.Role role, Optional<Line> coached) {
        if (!(call.stage() instanceof TalkStage talk)) {
            return false;
        }
        line.role(role);
        talk.join(line, coached);
        call.tell(Journal.What.JOINED, line.who().party().number() + " " + role);
        return true;
    }

    private void invite(Party shown, CallParty.Role role, java.util.function.Predicate<Line> arrives) {
        call.invite(new Guests(
                call,
                List.of(new Callee.Phones(actor.phone())),
                Invitation.Ring.ANSWER_BY_ITSELF,
                shown,
                role,
                line -> arrived(line, arrives)));
    }

    private static void arrived(Line line, java.util.function.Predicate<Line> arrives) {
        if (!arrives.test(line)) {
            line.end(LegEnd.hungUp());
        }
    }

    private void add(String to) {
        requireNumber(to);
        talk();
        Line own = own();
        new Addition(call, own.who(), to).ring(own.who().party());
    }

    private void record(boolean on) {
        var recorder = new Recorder(call);
        if (on) {
            recorder.start(talk());
        } else {
            recorder.stop(talk());
        }
    }

    private void press(String keys) {
        if (!KEYS.matcher(keys).matches()) {
            throw Problem.INVALID.at("/keys", "call.keys", "must be 1 to 32 of 0-9, *, # and A-D");
        }
        talk().hearer(own()).orElseThrow(Verbs::misfit).port().digits(keys);
    }

    /** Puts the others of two calls together; the actor's phones leave both. */
    public void transfer(Call second) {
        if (own().supervises() || Supervision.supervises(second.live(), actor.person())) {
            throw supervised();
        }
        if (talk().isMany() && second.stage() instanceof TalkStage other && other.isMany()) {
            throw many();
        }
        new Transfer(call, own()).attended(second, line -> line.who()
                .person()
                .filter(actor.person()::equals)
                .isPresent());
    }
}
