package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.RingOrder;

/** A caller waits for an agent, hears music and the own place, and is put through to the next who is free. */
final class QueueStage implements Stage {

    private static final Duration AGAIN = Duration.ofSeconds(3);
    private static final Duration TONE = Duration.ofMinutes(10);

    private final Call call;
    private final CallQueue queue;
    private final QueueBoard board;
    private final Line caller;
    private Optional<Fork> fork = Optional.empty();
    private List<Extension> ringing = List.of();
    private Registration longest = () -> {};
    private Registration next = () -> {};
    private Registration announce = () -> {};

    QueueStage(Call call, CallQueue queue, QueueBoard board) {
        this.call = call;
        this.queue = queue;
        this.board = board;
        this.caller = call.caller();
    }

    @Override
    public CallState state() {
        return CallState.WAITING;
    }

    @Override
    public Optional<CallDestination> at() {
        return Optional.of(new CallDestination("queue", queue.number(), queue.name()));
    }

    @Override
    public void begin() {
        if (!board.staffed(call.portal(), queue)) {
            call.run(() -> call.proceed(new Outcome.Full("nobody-there")));
            return;
        }
        if (!board.enter(call.portal(), queue, this)) {
            call.run(() -> call.proceed(new Outcome.Full("full")));
            return;
        }
        caller.accept(Optional.empty(), call.hub().clock().instant());
        shownTo(caller);
        queue.greeting()
                .ifPresentOrElse(
                        name -> caller.port().play(List.of(new Prompt.Sentence(name, language())), false), this::music);
        longest = later(Duration.ofSeconds(queue.longestWaitSeconds()), this::waitedLong);
        announceLater();
        ring();
    }

    /** Which queue it is. */
    CallQueue queue() {
        return queue;
    }

    private String language() {
        return call.hub().desk().voice(call).language();
    }

    private Registration later(Duration time, Runnable task) {
        return call.hub()
                .timers()
                .after(
                        time,
                        () -> call.run(() -> {
                            if (call.stage() == this) {
                                task.run();
                            }
                        }));
    }

    private void music() {
        Prompt sound = queue.music()
                ? new Prompt.Music()
                : new Prompt.Tone(
                        Prompt.Tone.Kind.RINGING, call.hub().desk().voice(call).country(), TONE);
        caller.port().play(List.of(sound), true);
    }

    private void announceLater() {
        queue.announceSeconds().ifPresent(seconds -> announce = later(Duration.ofSeconds(seconds), this::announce));
    }

    private void announce() {
        int place = board.position(call.portal(), queue, this);
        caller.port()
                .play(
                        List.of(
                                new Prompt.Sentence("queue-position", language()),
                                new Prompt.Digits(Integer.toString(place), language())),
                        false);
        announceLater();
    }

    @Override
    public void played(Line line) {
        if (line == caller) {
            music();
        }
    }

    /** An agent may have become free. */
    void ring() {
        next.close();
        boolean first = board.waiting(call.portal(), queue.id()).stream()
                .filter(stage -> stage.fork.isEmpty() || stage == this)
                .findFirst()
                .filter(stage -> stage == this)
                .isPresent();
        if (call.stage() == this && fork.isEmpty() && first) {
            ringNext();
        }
        if (fork.isEmpty()) {
            next = later(AGAIN, this::ring);
        }
    }

    private void ringNext() {
        ringing = board.reserve(
                call.portal(),
                queue,
                new RingOrder(
                        call.hub().book(),
                        call.hub().facts(),
                        call.hub().clock().instant()),
                agent -> call.hub().facts().calls(call.portal(), agent) == 0,
                call.hub().clock().instant());
        if (ringing.isEmpty()) {
            return;
        }
        var agents = new Fork(call, Optional.of(caller));
        ringing.forEach(agent -> agents.ring(
                new Callee.Phones(agent), Invitation.Ring.EXTERNAL, caller.who().party()));
        if (agents.isEmpty()) {
            board.release(call.portal(), ringing);
            return;
        }
        fork = Optional.of(agents);
        String numbers =
                String.join(", ", ringing.stream().map(Extension::number).toList());
        call.note(Decision.of("queue", "ring", "extensions", numbers));
        next = later(Duration.ofSeconds(queue.ringSeconds()), this::notTaken);
    }

    private void notTaken() {
        fork.ifPresent(agents -> agents.end(LegEnd.refused(480, "No answer")));
        missed();
    }

    /** Who did not answer rests a moment, so that the next one rings. */
    private void missed() {
        var now = call.hub().clock().instant();
        ringing.forEach(agent -> board.rest(call.portal(), agent.id(), now, AGAIN.multipliedBy(2)));
        released();
        ring();
    }

    private void released() {
        board.release(call.portal(), ringing);
        ringing = List.of();
        fork = Optional.empty();
    }

    private void waitedLong() {
        call.proceed(new Outcome.NoAnswer());
    }

    @Override
    public void answered(Line line) {
        if (fork.filter(agents -> agents.has(line)).isEmpty()) {
            return;
        }
        fork.get().taken(line);
        line.role(CallParty.Role.CALLED);
        line.who()
                .extension()
                .ifPresent(agent -> call.hub().desk().wrapUp(call, agent, Duration.ofSeconds(queue.wrapUpSeconds())));
        call.talk(List.of(caller, line));
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (line == caller) {
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        } else if (fork.filter(agents -> agents.over(line, end)).isPresent()) {
            missed();
        }
    }

    @Override
    public void leave() {
        List.of(longest, next, announce).forEach(Registration::close);
        board.leave(call.portal(), queue, this);
        fork.ifPresent(agents -> agents.end(LegEnd.refused(487, "The call goes elsewhere")));
        released();
        if (!caller.isOver() && caller.isUp()) {
            caller.port().stopPlaying();
        }
    }
}
