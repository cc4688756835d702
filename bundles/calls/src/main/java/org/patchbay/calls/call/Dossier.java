package org.patchbay.calls.call;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Ids;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.phonemedia.PortQuality;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.calls.plan.Who;

/** What is known of a call: its path, its legs, how it went. Used on the call's thread alone. */
final class Dossier {

    private static final int MOST_LEGS = 200;
    private static final int MOST_STEPS = 200;
    private static final int MOST_TAGS = 20;
    /** What says that an extension or its phones are busy, whoever takes the call then. */
    private static final Set<String> MET = Set.of("devices", "outcome");

    /** Where a decision says that a call leads out of the portal, even if it does not get there. */
    private static final Set<String> OUTSIDE = Set.of("outside", "emergency", "nobody-pays");

    final CallId id;
    final String called;
    private Who first;
    private final Clock clock;
    private final Instant started;
    private final List<LegRecord> legs = new ArrayList<>();
    private final List<CallStep> path = new ArrayList<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private Optional<Instant> answered = Optional.empty();
    private Optional<Instant> attended = Optional.empty();
    private Optional<CallResult> result = Optional.empty();
    private Optional<String> place = Optional.empty();
    private volatile Optional<CallId> together = Optional.empty();
    private boolean outside;
    private boolean metBusy;
    private boolean recorded;

    Dossier(Who first, String called, Clock clock) {
        this.id = new CallId(Ids.next(clock));
        this.first = first;
        this.called = called;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Who began it. */
    Who first() {
        return first;
    }

    void first(Who known) {
        first = known;
    }

    CallStep note(Decision decision) {
        var step = new CallStep(clock.instant(), decision);
        outside |= decision.step().equals("destination") && OUTSIDE.contains(decision.reason());
        metBusy |= decision.reason().equals("busy") && MET.contains(decision.step());
        if (path.size() < MOST_STEPS) {
            path.add(step);
        }
        return step;
    }

    void tag(String tag) {
        if (tags.size() < MOST_TAGS) {
            tags.add(tag);
        }
    }

    void goesOutside() {
        outside = true;
    }

    /** What two calls have in common that become one; what was joined before stays so. May be asked on any thread. */
    static CallId common(Dossier one, Dossier other) {
        return one.together.or(() -> other.together).orElse(one.id);
    }

    /** Belongs together with other calls from now on, unless it does with some already. */
    void joins(CallId common) {
        if (together.isEmpty()) {
            together = Optional.of(common);
        }
    }

    void place(Optional<String> where) {
        place = where;
    }

    boolean recorded() {
        return recorded;
    }

    void recorded(boolean on) {
        recorded = on;
    }

    /** Whether nothing is recorded or counted, now or when one of these talks. */
    boolean isQuick(List<Line> lines) {
        return !recorded && lines.stream().allMatch(Line::isQuick);
    }

    /** It is a conversation from now on. */
    void conversing() {
        if (answered.isEmpty()) {
            answered = Optional.of(clock.instant());
        }
    }

    /** Something has taken it instead of who was called. */
    void attended() {
        if (attended.isEmpty()) {
            attended = Optional.of(clock.instant());
        }
    }

    /** How it ends, unless that is known already. */
    void ends(CallResult how) {
        if (result.isEmpty()) {
            result = Optional.of(how);
        }
    }

    Optional<CallResult> result() {
        return answered.isPresent() ? Optional.empty() : result;
    }

    void over(Line line, LegEnd end) {
        keep(line, end.status(), end.reason(), line.quality());
    }

    void moved(Line line) {
        keep(line, 200, "Moved to another call", Optional.empty());
    }

    /** Whether who was called was busy, even if the call went to a mailbox then. */
    boolean metBusy() {
        return metBusy || result().equals(Optional.of(CallResult.BUSY));
    }

    private void keep(Line line, int status, String reason, Optional<PortQuality> quality) {
        if (legs.size() >= MOST_LEGS) {
            return;
        }
        Who who = line.who();
        legs.add(new LegRecord(
                line.leg().id().value(),
                line.leg().callId(),
                line.incoming(),
                line.role(),
                who.party().number(),
                who.party().name(),
                who.person(),
                who.department(),
                who.trunk(),
                line.started(),
                line.up(),
                clock.instant(),
                status,
                reason,
                quality.filter(figures -> figures.received() > 0 || figures.sent() > 0)));
    }

    private CallDirection direction() {
        if (first.trunk().isPresent()) {
            return CallDirection.INCOMING;
        }
        return outside ? CallDirection.OUTGOING : CallDirection.INTERNAL;
    }

    LiveCall live(CallState state, Optional<CallDestination> at, List<Line> lines) {
        List<CallParty> parties = lines.stream()
                .filter(line -> !line.isOver())
                .map(Dossier::party)
                .toList();
        return new LiveCall(
                id,
                direction(),
                state,
                called,
                started,
                answered,
                parties,
                path,
                recorded,
                place,
                at,
                List.copyOf(tags),
                together);
    }

    CallRecord record() {
        return new CallRecord(
                id,
                direction(),
                became(),
                first.party().number(),
                first.party().name(),
                called,
                started,
                answered.or(() -> attended),
                clock.instant(),
                legs,
                path,
                List.copyOf(tags),
                together);
    }

    private CallResult became() {
        if (answered.isPresent()) {
            return CallResult.ANSWERED;
        }
        return attended.map(when -> CallResult.ATTENDED).or(() -> result).orElse(CallResult.GIVEN_UP);
    }

    private static CallParty party(Line line) {
        CallParty.State state = !line.isUp()
                ? CallParty.State.RINGING
                : line.holds() ? CallParty.State.HOLDING : CallParty.State.TALKING;
        Who who = line.who();
        return new CallParty(
                line.leg().id().value(),
                line.role(),
                state,
                who.seen().number(),
                who.seen().name(),
                who.person(),
                who.department(),
                who.trunk(),
                line.up());
    }
}
