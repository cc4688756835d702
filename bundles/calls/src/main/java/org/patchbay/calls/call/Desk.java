package org.patchbay.calls.call;

import java.time.Duration;
import java.util.Optional;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.LegId;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Who;

/** What calls have in common: who is where. Called on threads of calls; never waits. Thread-safe. */
public interface Desk {

    /** A line belongs to a call from now on. */
    void seat(Line line, Call call);

    /** A line is over, or belongs to another call. */
    void unseat(Line line, Call call);

    Optional<Call> holding(LegId leg);

    /** The call is over. */
    void over(Call call);

    /** In what is spoken to who calls. */
    default Voice voice(Call call) {
        return voice(call, call.caller().who());
    }

    /** In what is spoken to somebody: in the language chosen for the extension, else in the portal's. */
    Voice voice(Call call, Who hearer);

    /** Does what calls do not do by themselves: codes, parked calls, queues, conferences, asking scripts. */
    void perform(Call call, Action action);

    /** Parks at this place, or at the first that is free; empty when none is. */
    Optional<String> park(Call call, Optional<String> place);

    void unparked(Call call, String place);

    /** The agent rests so long when the call is over. */
    void wrapUp(Call call, Extension agent, Duration time);

    /** Something about the call is otherwise than before. */
    void changed(Call call);

    /** In what is spoken: a language, and the country of tones. */
    record Voice(String language, String country) {

        /** The same in this language, where there is one. */
        Voice in(Optional<String> chosen) {
            return new Voice(chosen.orElse(language), country);
        }
    }
}
