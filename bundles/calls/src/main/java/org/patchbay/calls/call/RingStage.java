package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Outcome;

/** Phones ring for the caller until one is answered. */
final class RingStage implements Stage {

    /** How long the ringing tone is played to a caller at most. */
    private static final Duration TONE = Duration.ofMinutes(10);

    /** How long somebody has to press the key that accepts. */
    private static final Duration CONSENT = Duration.ofSeconds(20);

    private final Call call;
    private final Action.Ring ring;
    private final Line caller;
    private final Fork fork;
    private final boolean answerByItself;
    private Registration timer = () -> {};
    private Optional<Line> early = Optional.empty();
    private boolean told;

    RingStage(Call call, Action.Ring ring) {
        this(call, ring, false);
    }

    /** Phones that are to answer by themselves, if so wished. */
    RingStage(Call call, Action.Ring ring, boolean answerByItself) {
        this.call = call;
        this.answerByItself = answerByItself;
        this.ring = ring;
        this.caller = call.caller();
        this.fork = new Fork(call, Optional.of(caller));
    }

    @Override
    public CallState state() {
        return CallState.RINGING;
    }

    @Override
    public boolean isQuick() {
        return !ring.confirm();
    }

    @Override
    public boolean takesCaller() {
        return false;
    }

    @Override
    public void begin() {
        boolean outside = caller.who().trunk().isPresent();
        Party shown = ring.shown().orElse(caller.who().party());
        Invitation.Ring usual = outside ? Invitation.Ring.EXTERNAL : Invitation.Ring.INTERNAL;
        Invitation.Ring how = answerByItself ? Invitation.Ring.INTERCOM : usual;
        ring.callees().stream()
                .filter(callee -> !caller.isUp() || !isOfCaller(callee))
                .forEach(callee -> fork.ring(callee, how, shown));
        if (fork.isEmpty()) {
            call.run(() -> gone(fork.outcome()));
            return;
        }
        timer = call.hub().timers().after(ring.time(), () -> call.run(this::noAnswer));
        if (caller.isUp()) {
            caller.port().play(List.of(tone()), true);
        }
    }

    /** Who was put through does not ring at their own phone, as where they are of the group. */
    private boolean isOfCaller(Callee callee) {
        return callee instanceof Callee.Phones phones
                && caller.who().is(phones.extension().id());
    }

    private Prompt tone() {
        return new Prompt.Tone(
                Prompt.Tone.Kind.RINGING, call.hub().desk().voice(call).country(), TONE);
    }

    /** The extensions whose phones ring. */
    List<Extension> extensions() {
        return ring.callees().stream()
                .filter(Callee.Phones.class::isInstance)
                .map(callee -> ((Callee.Phones) callee).extension())
                .toList();
    }

    @Override
    public void rings(Line line) {
        if (!fork.has(line)) {
            return;
        }
        if (ring.callees().size() == 1 && !caller.isUp()) {
            caller.sees(line.who().seen());
        }
        caller.ringing();
        if (!told) {
            told = true;
            call.handedOver(Handover::rings);
            call.tell(Journal.What.RINGING, line.who().seen().number());
        }
    }

    @Override
    public void sounds(Line line) {
        if (!fork.has(line) || early.isPresent()) {
            return;
        }
        rings(line);
        if (caller.isUp() || caller.hear(Optional.of(line))) {
            early = Optional.of(line);
            caller.port().connect(line.port());
        }
    }

    @Override
    public void answered(Line line) {
        if (!fork.has(line)) {
            return;
        }
        if (ring.confirm()) {
            timer.close();
            timer = call.hub().timers().after(CONSENT, () -> call.run(this::noAnswer));
            line.port().play(consent(line), true);
        } else {
            take(line);
        }
    }

    private List<Prompt> consent(Line line) {
        String language = call.hub().desk().voice(call, line.who()).language();
        return List.of(
                new Prompt.Sentence("call-from", language),
                new Prompt.Digits(caller.who().party().number(), language),
                new Prompt.Sentence("accept-call", language),
                new Prompt.Silence(Duration.ofSeconds(2)));
    }

    /** Who is asked by a key whether to take the call presses one. */
    @Override
    public void pressed(Line line, char digit) {
        if (!ring.confirm() || !fork.has(line) || !line.isUp()) {
            return;
        }
        if (digit == '1') {
            line.port().stopPlaying();
            take(line);
        } else if (digit == '2') {
            line.end(LegEnd.refused(603, "Not accepted"));
        }
    }

    /** This line takes the call, of those that ring or from elsewhere. */
    void take(Line line) {
        if (ring.shown().isPresent() && fork.has(line)) {
            line.shows(caller.who().seen());
        }
        fork.taken(line);
        if (caller.isUp()) {
            call.note(Decision.of(
                    "outcome", "answered", "number", line.who().seen().number()));
        }
        caller.sees(line.who().seen());
        line.sees(caller.who().seen());
        caller.accept(Optional.of(line), call.hub().clock().instant());
        line.accept(Optional.of(caller), call.hub().clock().instant());
        line.role(CallParty.Role.CALLED);
        call.talk(List.of(caller, line));
    }

    /** The phones of this extension ring anew, and are to answer by themselves. */
    void again(Extension extension) {
        Fork late = new Fork(call, Optional.of(caller));
        fork.leave(extension).forEach(line -> line.end(LegEnd.takenElsewhere()));
        late.ring(
                new Callee.Phones(extension),
                Invitation.Ring.ANSWER_BY_ITSELF,
                caller.who().party());
        fork.add(late);
    }

    /** The phones of this extension ring no more. */
    void refuse(Extension extension) {
        List<Line> refused = fork.leave(extension);
        refused.forEach(line -> line.end(LegEnd.refused(603, "Refused")));
        if (fork.isEmpty() && !refused.isEmpty()) {
            gone(new Outcome.Refused());
        }
    }

    /** Whether it is a phone of the one extension that is called, which may so send the call on. */
    private boolean alone(Line line) {
        return ring.callees().size() == 1 && line.who().extension().isPresent();
    }

    private void noAnswer() {
        if (call.stage() == this) {
            fork.end(LegEnd.refused(480, "No answer"));
            gone(new Outcome.NoAnswer());
        }
    }

    private void gone(Outcome outcome) {
        if (call.stage() == this) {
            quiet();
            call.proceed(outcome);
        }
    }

    private void quiet() {
        early = Optional.empty();
        if (!caller.isOver() && caller.isUp()) {
            caller.port().stopPlaying();
            caller.port().disconnect();
        }
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (line == caller) {
            fork.end(LegEnd.refused(487, "The caller gave up"));
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        } else if (fork.has(line) && alone(line) && line.elsewhere().isPresent()) {
            fork.over(line, end);
            gone(new Outcome.Diverted(line.elsewhere().get()));
        } else if (fork.over(line, end)) {
            gone(fork.outcome());
        }
    }

    @Override
    public void leave() {
        timer.close();
        fork.end(LegEnd.refused(487, "The call goes elsewhere"));
    }
}
