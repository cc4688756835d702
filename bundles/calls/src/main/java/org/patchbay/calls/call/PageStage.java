package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.plan.Callee;

/** One speaks to many phones that answer by themselves and are not heard. */
final class PageStage implements Stage {

    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration BEEP = Duration.ofMillis(300);

    private final Call call;
    private final List<Extension> called;
    private final CallDestination to;
    private final Fork fork;
    private @Nullable Mixer mixer;
    private Registration timer = () -> {};
    private Registration end = () -> {};

    PageStage(Call call, List<Extension> called, CallDestination to) {
        this.call = call;
        this.called = List.copyOf(called);
        this.to = to;
        this.fork = new Fork(call, Optional.empty());
    }

    @Override
    public CallState state() {
        return CallState.TALKING;
    }

    @Override
    public Optional<CallDestination> at() {
        return Optional.of(to);
    }

    @Override
    public void begin() {
        Line caller = call.caller();
        called.forEach(one -> fork.ring(
                new Callee.Phones(one), Invitation.Ring.PAGE, caller.who().party()));
        if (fork.isEmpty()) {
            call.run(() -> call.proceed(fork.outcome()));
            return;
        }
        caller.accept(Optional.empty(), call.hub().clock().instant());
        caller.sees(new Party(to.number(), to.name()));
        call.dossier().conversing();
        Mixer room = call.hub().media().mixer(call.portal());
        mixer = room;
        room.join(caller.port(), Mixer.Ear.SPEAKS);
        caller.port()
                .play(
                        List.of(new Prompt.Tone(
                                Prompt.Tone.Kind.BEEP,
                                call.hub().desk().voice(call).country(),
                                BEEP)),
                        false);
        timer = call.hub().timers().after(TO_ANSWER, () -> call.run(() -> fork.end(LegEnd.refused(480, "No answer"))));
        end = call.hub().timers().after(LONGEST, () -> call.run(this::finish));
    }

    @Override
    public void answered(Line line) {
        Mixer room = mixer;
        if (fork.has(line) && room != null) {
            fork.joined(line);
            line.role(CallParty.Role.LISTENER);
            room.join(line.port(), Mixer.Ear.LISTENS);
        }
    }

    private void finish() {
        if (call.stage() == this) {
            call.finish(LegEnd.hungUp(), CallResult.ANSWERED);
        }
    }

    @Override
    public void over(Line line, LegEnd why) {
        boolean nobodyRings = fork.over(line, why) || fork.isEmpty();
        boolean nobodyHears = call.lines().stream().noneMatch(one -> one != call.caller() && !one.isOver());
        if (line == call.caller() || (nobodyRings && nobodyHears)) {
            finish();
        }
    }

    @Override
    public void leave() {
        timer.close();
        end.close();
        fork.end(LegEnd.refused(487, "The caller gave up"));
        Mixer room = mixer;
        if (room != null) {
            room.close();
            mixer = null;
        }
    }
}
