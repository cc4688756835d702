package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Who;

/** Somebody waits at a place until taken, or until the call comes back to who parked it. */
final class ParkStage implements Stage {

    private final Call call;
    private final Line parked;
    private final Who by;
    private final String place;
    private Registration timer = () -> {};

    ParkStage(Call call, Line parked, Who by, String place) {
        this.call = call;
        this.parked = parked;
        this.by = by;
        this.place = place;
    }

    @Override
    public CallState state() {
        return CallState.PARKED;
    }

    @Override
    public void begin() {
        call.dossier().place(Optional.of(place));
        call.caller(parked);
        parked.holds(false);
        parked.accept(Optional.empty(), call.hub().clock().instant());
        parked.port().play(List.of(new Prompt.Music()), true);
        int seconds = call.hub().book().dialPlan().settings(call.portal()).parkingSeconds();
        timer = call.hub().timers().after(Duration.ofSeconds(seconds), () -> call.run(this::back));
        call.note(Decision.of("destination", "parked", "place", place));
        call.tell(Journal.What.PARKED, place);
    }

    /** Who parked it. */
    Who by() {
        return by;
    }

    /** A line takes the parked one. */
    void take(Line line) {
        line.sees(parked.who().seen());
        line.accept(Optional.of(parked), call.hub().clock().instant());
        call.note(Decision.of("outcome", "answered", "number", line.who().seen().number()));
        call.tell(Journal.What.PICKED_UP, line.who().party().number());
        call.talk(List.of(parked, line));
    }

    private void back() {
        if (call.stage() == this) {
            if (by.extension().isEmpty()) {
                call.finish(LegEnd.hungUp(), CallResult.MISSED);
            } else {
                call.redirect("came-back", by, by.party().number());
            }
        }
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (line == parked) {
            call.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
        }
    }

    @Override
    public void leave() {
        timer.close();
        call.dossier().place(Optional.empty());
        call.hub().desk().unparked(call, place);
        if (!parked.isOver()) {
            parked.port().stopPlaying();
        }
    }
}
