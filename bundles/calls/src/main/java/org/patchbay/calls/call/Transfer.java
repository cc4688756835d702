package org.patchbay.calls.call;

import java.util.Optional;
import java.util.function.Predicate;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.TransferRequest;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Inquiry;
import org.patchbay.calls.plan.Trial;

/** One who talks puts the other through (REFER, RFC 3515; with Replaces, RFC 3891). Used on the call's thread alone. */
final class Transfer {

    static final int DONE = 200;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int GONE = 481;
    static final int BUSY = 486;

    private final Call call;
    private final Line by;

    Transfer(Call call, Line by) {
        this.call = call;
        this.by = by;
    }

    /** What the phone asked for. */
    void asked(TransferRequest request) {
        if (by.who().extension().isEmpty()) {
            by.leg().transferred(FORBIDDEN);
            return;
        }
        if (request.replaces().isEmpty()) {
            by.leg().transferred(blind(request.number()));
            return;
        }
        Optional<Call> second = call.hub().desk().holding(request.replaces().get());
        if (second.filter(one -> one.portal().equals(call.portal())).isEmpty()) {
            by.leg().transferred(GONE);
            return;
        }
        attended(second.get(), line -> line.leg().id().equals(request.replaces().get()));
    }

    /** The other side is put through to a number, and this one is out: 200, or why nothing is otherwise than before. */
    int blind(String number) {
        Optional<Line> other = call.stage() instanceof TalkStage talk ? talk.other(by) : Optional.empty();
        if (other.isEmpty()) {
            return GONE;
        }
        Hub hub = call.hub();
        Action first = new Trial(hub.book(), hub.facts())
                .first(new Inquiry(call.portal(), by.who(), number, hub.clock().instant()));
        if (first instanceof Action.Refuse refuse) {
            return refuse.status();
        }
        if (first instanceof Action.Unpark unpark) {
            return park(other.get(), unpark.place());
        }
        call.enter(new IdleStage(call));
        call.caller(other.get());
        other.get().holds(false);
        call.tell(Journal.What.TRANSFERRED, number);
        by.end(LegEnd.hungUp());
        call.redirect(by.who(), number);
        return DONE;
    }

    private int park(Line other, String wanted) {
        Optional<String> place = call.hub().desk().park(call, Optional.of(wanted));
        if (place.isEmpty()) {
            return BUSY;
        }
        call.enter(new ParkStage(call, other, by.who(), place.get()));
        by.end(LegEnd.hungUp());
        return DONE;
    }

    /** Who talks with this one in the other call comes here, in this one's place. */
    void attended(Call second, Predicate<Line> mine) {
        if (second == call) {
            by.leg().transferred(GONE);
            return;
        }
        second.serial().execute(() -> {
            Optional<Line> waits =
                    second.line(mine).filter(second::isCaller).filter(line -> !(second.stage() instanceof TalkStage));
            if (waits.isPresent()) {
                String number = second.dossier().called;
                second.note(Decision.of("outcome", "joined", "number", number));
                second.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
                call.run(() -> by.leg().transferred(blind(number)));
                return;
            }
            Optional<Line> guest = givenAway(second, mine);
            call.serial().execute(() -> arrived(second, guest));
        });
    }

    /** The line that talks with the given one leaves its call, which ends. Empty when two do not talk there. */
    private static Optional<Line> givenAway(Call from, Predicate<Line> mine) {
        Optional<Line> other = from.line(mine)
                .flatMap(line -> from.stage() instanceof TalkStage talk ? talk.other(line) : Optional.empty());
        other.ifPresent(line -> {
            from.note(Decision.of(
                    "outcome", "joined", "number", line.who().party().number()));
            from.enter(new IdleStage(from));
            from.remove(line);
            from.finish(LegEnd.hungUp(), CallResult.ANSWERED);
        });
        return other;
    }

    private void arrived(Call from, Optional<Line> guest) {
        boolean stays = !call.isEnded() && !by.isOver() && call.stage() instanceof TalkStage;
        if (guest.isEmpty() || guest.get().isOver()) {
            if (!by.isOver()) {
                by.leg().transferred(GONE);
            }
            return;
        }
        Line line = guest.get();
        if (!stays) {
            line.move(call);
            line.end(LegEnd.hungUp());
            return;
        }
        line.move(call);
        call.add(line);
        line.holds(false);
        ((TalkStage) call.stage()).unhold();
        ((TalkStage) call.stage()).replace(by, line);
        call.note(Decision.of("outcome", "joined", "call", from.id().value()));
        call.tell(Journal.What.TRANSFERRED, line.who().party().number());
        by.leg().transferred(DONE);
        by.end(LegEnd.hungUp());
    }
}
