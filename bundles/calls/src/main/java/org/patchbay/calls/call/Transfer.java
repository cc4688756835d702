package org.patchbay.calls.call;

import java.util.Optional;
import java.util.function.Predicate;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.TransferRequest;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Inquiry;
import org.patchbay.calls.plan.Trial;

/** One who talks puts the other through (REFER, RFC 3515; with Replaces, RFC 3891). Used on the call's thread alone. */
final class Transfer {

    static final int DONE = 200;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int GONE = 481;
    static final int UNREACHABLE = 480;
    static final int BUSY = 486;
    /** More than two talk. */
    static final int MANY = 488;

    private final Call call;
    private final Line by;
    private boolean waits;

    Transfer(Call call, Line by) {
        this.call = call;
        this.by = by;
    }

    /** What the phone asked for. */
    void asked(TransferRequest request) {
        if (by.who().extension().isEmpty() || by.supervises()) {
            by.leg().transferred(FORBIDDEN);
            return;
        }
        waits = true;
        if (request.replaces().isEmpty()) {
            send(request.number());
            return;
        }
        Optional<Call> second = call.hub().desk().holding(request.replaces().get());
        if (second.filter(one -> one.portal().equals(call.portal())).isEmpty()) {
            by.leg().transferred(GONE);
            return;
        }
        attended(second.get(), line -> line.leg().id().equals(request.replaces().get()));
    }

    /** Puts the other side through as the phone wants, which hears of it. */
    private void send(String number) {
        int status = blind(number);
        if (status != DONE) {
            by.leg().transferred(status);
        }
    }

    /** The other side is put through to a number, and this one is out, with its phone once that has heard the end: 200, or why nothing is otherwise than before. */
    int blind(String number) {
        if (!(call.stage() instanceof TalkStage talk)) {
            return GONE;
        }
        Optional<Line> other = talk.other(by);
        if (other.isEmpty()) {
            return GONE;
        }
        Hub hub = call.hub();
        Action first = new Trial(hub.book(), hub.facts())
                .first(new Inquiry(call.portal(), by.who(), number, hub.clock().instant()));
        if (first instanceof Action.Refuse refuse) {
            return refuse.status();
        }
        if (first instanceof Action.Ring ring
                && ring.callees().stream().allMatch(callee -> isAt(callee, other.get()))) {
            return UNREACHABLE;
        }
        if (talk.isMany()) {
            return first instanceof Action.Ring ? inItsPlace(other.get(), number) : MANY;
        }
        if (first instanceof Action.Unpark unpark) {
            return park(talk, other.get(), unpark.place());
        }
        talk.unwatch();
        call.enter(new IdleStage(call));
        call.caller(other.get());
        other.get().holds(false);
        call.tell(Journal.What.TRANSFERRED, number);
        call.handOver(new Handover(call, by));
        if (waits) {
            by.holds(true);
        } else {
            by.end(LegEnd.hungUp());
        }
        call.redirect("diverted", by.who(), number);
        return DONE;
    }

    private static boolean isAt(Callee callee, Line line) {
        return callee instanceof Callee.Phones phones
                && line.who().is(phones.extension().id());
    }

    /** The others of more than two talk on while somebody is called in this one's place. */
    private int inItsPlace(Line other, String number) {
        try {
            new Addition(call, by.who(), number).ring(other.who().seen());
        } catch (PatchbayException e) {
            return UNREACHABLE;
        }
        if (call.isCaller(by)) {
            call.caller(other);
        }
        call.tell(Journal.What.TRANSFERRED, number);
        leave();
        return DONE;
    }

    /** This one is out. */
    private void leave() {
        by.leg().transferred(DONE);
        by.end(LegEnd.hungUp());
    }

    private int park(TalkStage talk, Line other, String wanted) {
        Optional<String> place = call.hub().desk().park(call, Optional.of(wanted));
        if (place.isEmpty()) {
            return BUSY;
        }
        talk.unwatch();
        call.enter(new ParkStage(call, other, by.who(), place.get()));
        leave();
        return DONE;
    }

    /** Who talks with this one in the other call comes here, in this one's place. */
    void attended(Call second, Predicate<Line> wanted) {
        Predicate<Line> mine = line -> wanted.test(line) && !line.supervises();
        if (second == call) {
            by.leg().transferred(GONE);
            return;
        }
        second.serial().execute(() -> {
            Optional<Line> waits =
                    second.line(mine).filter(second::isCaller).filter(line -> !(second.stage() instanceof TalkStage));
            if (waits.isPresent()) {
                String number = second.dossier().called;
                CallId common = Dossier.common(call.dossier(), second.dossier());
                second.dossier().joins(common);
                second.note(Decision.of("outcome", "joined", "number", number));
                second.finish(LegEnd.hungUp(), CallResult.GIVEN_UP);
                call.run(() -> {
                    call.dossier().joins(common);
                    send(number);
                });
                return;
            }
            Optional<Line> theirs = second.line(mine);
            if (theirs.isPresent() && second.stage() instanceof TalkStage talk && talk.isMany()) {
                call.run(() -> goes(second, theirs.get()));
                return;
            }
            CallId common = Dossier.common(call.dossier(), second.dossier());
            Optional<Line> guest = givenAway(second, mine, common);
            call.serial().execute(() -> arrived(second, guest, common));
        });
    }

    /** More than two talk in the other call: who talks with this one here goes there, in the place of the line there. */
    private void goes(Call second, Line there) {
        boolean two = call.stage() instanceof TalkStage talk
                && !talk.isMany()
                && talk.other(by).isPresent();
        if (by.isOver() || !two) {
            by.leg().transferred(call.stage() instanceof TalkStage ? MANY : GONE);
            return;
        }
        by.leg().transferred(DONE);
        CallId common = Dossier.common(second.dossier(), call.dossier());
        Optional<Line> guest = givenAway(call, line -> line == by, common);
        second.serial().execute(() -> new Transfer(second, there).arrived(call, guest, common));
    }

    /** The line that talks with the given one leaves its call, which ends. Empty when two do not talk there. */
    private static Optional<Line> givenAway(Call from, Predicate<Line> mine, CallId common) {
        Optional<Line> other = from.line(mine)
                .flatMap(line -> from.stage() instanceof TalkStage talk ? talk.other(line) : Optional.empty());
        other.ifPresent(line -> {
            from.dossier().joins(common);
            from.note(Decision.of(
                    "outcome", "joined", "number", line.who().party().number()));
            from.enter(new IdleStage(from));
            from.remove(line);
            from.finish(LegEnd.hungUp(), CallResult.ANSWERED);
        });
        return other;
    }

    private void arrived(Call from, Optional<Line> guest, CallId common) {
        if (guest.isEmpty() || guest.get().isOver()) {
            if (!by.isOver()) {
                by.leg().transferred(GONE);
            }
            return;
        }
        Line line = guest.get();
        if (call.isEnded() || by.isOver() || !(call.stage() instanceof TalkStage talk)) {
            line.move(call);
            line.end(LegEnd.hungUp());
            return;
        }
        line.move(call);
        call.add(line);
        line.holds(false);
        if (!talk.isMany()) {
            talk.unhold();
        }
        talk.replace(by, line);
        call.dossier().joins(common);
        call.note(Decision.of("outcome", "joined", "call", from.id().value()));
        call.tell(Journal.What.TRANSFERRED, line.who().party().number());
        leave();
    }
}
