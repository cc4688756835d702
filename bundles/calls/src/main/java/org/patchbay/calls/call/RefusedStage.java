package org.patchbay.calls.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Action;

/** A caller of the portal hears why the call is refused, before it is: by early sound (RFC 3960), so that nothing is charged. */
final class RefusedStage implements Stage {

    private static final Duration LONGEST = Duration.ofSeconds(15);

    static final String MAY_NOT_LISTEN = "may-not-listen";
    static final String MAY_NOT_JOIN = "may-not-join";
    static final String MAY_NOT_SPEAK = "may-not-speak";
    static final String MAY_NOT_TAKE = "may-not-take";
    static final String NOTHING_RINGS = "nothing-rings";
    static final String NOBODY_TALKS = "nobody-talks";
    static final String NOBODY_PARKED = "nobody-parked";
    static final String LOCKED = "locked";
    static final String NOBODY_WAS_BUSY = "nobody-was-busy";
    static final String NO_CALL_BACK = "no-call-back";
    static final String NO_MAILBOX = "no-mailbox";
    static final String DICTATION_OFF = "dictation-off";
    static final String NO_PIN = "no-pin";
    static final String NO_NUMBERS = "no-numbers";
    static final String NOBODY_TO_PAGE = "nobody-to-page";

    /** Reasons that are the names of their sentences. */
    private static final Set<String> PLAIN = Set.of(
            NO_CALL_BACK,
            MAY_NOT_LISTEN,
            MAY_NOT_JOIN,
            MAY_NOT_SPEAK,
            MAY_NOT_TAKE,
            NOTHING_RINGS,
            NOBODY_TALKS,
            NOBODY_PARKED,
            LOCKED,
            NO_MAILBOX,
            DICTATION_OFF,
            NO_PIN,
            NO_NUMBERS,
            NOBODY_TO_PAGE,
            "no-network");

    private static final Map<String, String> SENTENCES = Map.of(
            "simultaneous",
            "limit-simultaneous",
            "minutes",
            "limit-minutes",
            "destinations",
            "limit-destinations",
            NOBODY_WAS_BUSY,
            "nobody-to-call-back",
            "cannot",
            "invalid",
            "no-time",
            "invalid");

    private final Call call;
    private final Action.Refuse refuse;
    private Registration timer = () -> {};

    RefusedStage(Call call, Action.Refuse refuse) {
        this.call = call;
        this.refuse = refuse;
    }

    /** Refuses a call; who waits hears why, where there is a sentence for it. */
    static void refuse(Call call, Optional<Line> waits, Action.Refuse refuse) {
        if (waits.filter(line -> line.who().trunk().isEmpty()).isPresent() && says(refuse.reason())) {
            call.enter(new RefusedStage(call, refuse));
        } else if (waits.filter(Line::isUp).isPresent()) {
            call.enter(new FarewellStage(call, refuse.status() == 486));
        } else {
            call.finish(LegEnd.refused(refuse.status(), refuse.reason()), refuse.result());
        }
    }

    private static boolean says(String reason) {
        return PLAIN.contains(reason) || SENTENCES.containsKey(reason);
    }

    @Override
    public CallState state() {
        return CallState.LISTENING;
    }

    @Override
    public boolean takesCaller() {
        return false;
    }

    @Override
    public void begin() {
        Line caller = call.caller();
        if (!caller.isUp() && !caller.hear(Optional.empty())) {
            call.run(this::finish);
            return;
        }
        String language = call.hub().desk().voice(call).language();
        String reason = refuse.reason();
        String sentence = PLAIN.contains(reason) ? reason : SENTENCES.getOrDefault(reason, "limit-reached");
        caller.port().play(List.of(new Prompt.Sentence(sentence, language)), false);
        timer = call.hub().timers().after(LONGEST, () -> call.run(this::finish));
    }

    private void finish() {
        if (call.stage() == this) {
            call.finish(LegEnd.refused(refuse.status(), refuse.reason()), refuse.result());
        }
    }

    @Override
    public void played(Line line) {
        finish();
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (call.isCaller(line)) {
            finish();
        }
    }

    @Override
    public void leave() {
        timer.close();
    }
}
