package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Outcome;

/** The caller hears choices and presses a key, or dials an internal number where that is allowed. */
final class MenuStage implements Stage {

    private static final Duration NEXT_KEY = Duration.ofSeconds(2);
    private static final Duration LONGEST_PROMPT = Duration.ofMinutes(2);
    private static final int MOST_KEYS = 8;

    /** Ends what is dialled, as on other telephone systems; it needs not be pressed. */
    private static final char ENTER = '#';

    private final Call call;
    private final VoiceMenu menu;
    private final Line caller;
    private final StringBuilder keys = new StringBuilder();
    private Registration timer = () -> {};

    MenuStage(Call call, Action.Ask ask) {
        this.call = call;
        this.menu = ask.menu();
        this.caller = call.caller();
    }

    @Override
    public CallState state() {
        return CallState.LISTENING;
    }

    @Override
    public Optional<CallDestination> at() {
        return Optional.of(new CallDestination("menu", menu.number(), menu.name()));
    }

    @Override
    public void begin() {
        caller.accept(Optional.empty(), call.hub().clock().instant());
        shownTo(caller);
        String language = call.hub().desk().voice(call).language();
        caller.port().play(List.of(new Prompt.Sentence(menu.prompt(), language)), false);
        wait(LONGEST_PROMPT);
    }

    private void wait(Duration time) {
        timer.close();
        timer = call.hub().timers().after(time, () -> call.run(this::late));
    }

    @Override
    public void played(Line line) {
        if (line == caller && keys.length() == 0) {
            wait(Duration.ofSeconds(menu.seconds()));
        }
    }

    @Override
    public void pressed(Line line, char digit) {
        if (line != caller || call.stage() != this || keys.length() >= MOST_KEYS) {
            return;
        }
        caller.port().stopPlaying();
        if (digit == ENTER && keys.length() > 0) {
            chosen();
            return;
        }
        keys.append(digit);
        if (menu.extensions()) {
            wait(NEXT_KEY);
        } else {
            chosen();
        }
    }

    private void late() {
        if (call.stage() == this) {
            chosen();
        }
    }

    private void chosen() {
        caller.port().stopPlaying();
        timer.close();
        call.proceed(keys.length() == 0 ? new Outcome.NoAnswer() : new Outcome.Pressed(keys.toString()));
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (line == caller) {
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        }
    }

    @Override
    public void leave() {
        timer.close();
    }
}
