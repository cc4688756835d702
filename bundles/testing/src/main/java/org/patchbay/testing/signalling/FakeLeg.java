package org.patchbay.testing.signalling;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegId;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.TransferRequest;

/**
 * A leg whose far end is the test. Strict: an offer while another waits, or an answer to none, fails. Thread-safe.
 */
public final class FakeLeg implements Leg {

    /** Whose turn it is to describe the sound (RFC 3264). */
    private enum Turn {
        NONE,
        OURS,
        THEIRS
    }

    private final String id;
    private final Optional<LegTarget> target;
    private final Optional<Invitation> invitation;
    private final List<Integer> progress = new CopyOnWriteArrayList<>();
    private final List<Party> others = new CopyOnWriteArrayList<>();
    private final List<Integer> transfers = new CopyOnWriteArrayList<>();
    private volatile LegListener listener = end -> {};
    private Turn turn;
    private boolean answered;
    private Optional<LegEnd> end = Optional.empty();
    private Optional<String> heard = Optional.empty();
    private final StringBuilder digits = new StringBuilder();

    private FakeLeg(String id, Optional<LegTarget> target, Optional<Invitation> invitation, Turn turn) {
        this.id = id;
        this.target = target;
        this.invitation = invitation;
        this.turn = turn;
        this.heard = invitation.map(Invitation::description);
    }

    static FakeLeg incoming(String id, Optional<String> offer) {
        return new FakeLeg(id, Optional.empty(), Optional.empty(), offer.isPresent() ? Turn.OURS : Turn.NONE);
    }

    static FakeLeg outgoing(String id, LegTarget target, Invitation invitation, LegListener listener) {
        var leg = new FakeLeg(id, Optional.of(target), Optional.of(invitation), Turn.THEIRS);
        leg.listener = listener;
        return leg;
    }

    /** From now on somebody hears of it, and of its end if that was before. */
    void hear(LegListener by) {
        listener = by;
        end().ifPresent(by::ended);
    }

    boolean calls(String accountOrTrunk) {
        return target.filter(who -> who instanceof LegTarget.Device device
                        ? device.registration().startsWith(accountOrTrunk + "#")
                        : ((LegTarget.Outside) who).trunk().equals(accountOrTrunk))
                .isPresent();
    }

    public Invitation invitation() {
        return invitation.orElseThrow();
    }

    public LegTarget target() {
        return target.orElseThrow();
    }

    /** The statuses below 200 that the far end was told, in order. */
    public List<Integer> told() {
        return List.copyOf(progress);
    }

    /** Who the far end was told that it has to do with, one after the other. */
    public List<Party> connected() {
        return List.copyOf(others);
    }

    /** What the far end was told of its transfer. */
    public List<Integer> transferred() {
        return List.copyOf(transfers);
    }

    /** The last description that the far end has from us. */
    public synchronized Optional<String> description() {
        return heard;
    }

    public synchronized boolean talking() {
        return answered && end.isEmpty();
    }

    public synchronized boolean over() {
        return end.isPresent();
    }

    public synchronized Optional<LegEnd> end() {
        return end;
    }

    public synchronized String digits() {
        return digits.toString();
    }

    /** The far end rings. */
    public void rings() {
        listener.progressed(180, Optional.empty());
    }

    /** The far end lets something be heard before it answers. */
    public void sounds(String description) {
        synchronized (this) {
            turn = Turn.NONE;
        }
        listener.progressed(183, Optional.of(description));
    }

    /** The far end takes the call. */
    public void answers(String description) {
        synchronized (this) {
            if (answered || end.isPresent()) {
                throw new AssertionError("Answered already, or over: " + this);
            }
            answered = true;
            turn = Turn.NONE;
        }
        listener.answered(description);
    }

    /** The far end refuses. */
    public void refuses(int status, String reason) {
        over(new LegEnd(status, reason, true));
    }

    /** The far end wants the call to go elsewhere. */
    public void redirects(String number) {
        listener.redirected(number);
        refuses(302, "Moved Temporarily");
    }

    /** The far end hangs up, or gives up. */
    public void hangsUp() {
        over(new LegEnd(talking() ? 200 : 487, "", true));
    }

    /** The far end offers anew, to hold for instance. */
    public void offers(String description) {
        synchronized (this) {
            require(answered && end.isEmpty() && turn == Turn.NONE, "No offer fits");
            turn = Turn.OURS;
        }
        listener.offered(description);
    }

    /** The far end answers our offer, of a 200 or of a re-INVITE. */
    public void answersOffer(String description) {
        synchronized (this) {
            require(turn == Turn.THEIRS, "There is no offer");
            turn = Turn.NONE;
        }
        listener.offerAnswered(description);
    }

    /** The far end presses a key, told by INFO. */
    public void presses(char digit) {
        listener.digit(digit);
    }

    /** The far end asks to be put through. */
    public void refers(String number, Optional<Leg> replaces) {
        listener.transferAsked(new TransferRequest(number, replaces.map(Leg::id)));
    }

    @Override
    public LegId id() {
        return new LegId(id);
    }

    @Override
    public String callId() {
        return id + "@phone.example";
    }

    @Override
    public synchronized void progress(int status, Optional<String> description) {
        require(target.isEmpty(), "Only an incoming call is answered");
        require(status > 100 && status < 200, "No progress: " + status);
        if (answered || end.isPresent()) {
            return;
        }
        progress.add(status);
        description.ifPresent(text -> {
            heard = Optional.of(text);
            turn = turn == Turn.OURS ? Turn.NONE : turn;
        });
    }

    @Override
    public synchronized void answer(String description) {
        require(target.isEmpty(), "Only an incoming call is answered");
        if (answered || end.isPresent()) {
            return;
        }
        answered = true;
        boolean theirsToAnswer = turn == Turn.NONE && heard.isEmpty();
        turn = theirsToAnswer ? Turn.THEIRS : Turn.NONE;
        heard = Optional.of(description);
    }

    @Override
    public synchronized void offer(String description) {
        if (end.isPresent()) {
            return;
        }
        require(answered && turn == Turn.NONE, "No offer fits");
        turn = Turn.THEIRS;
        heard = Optional.of(description);
    }

    @Override
    public synchronized void answerOffer(String description) {
        if (end.isPresent()) {
            return;
        }
        require(turn == Turn.OURS, "There is no offer to answer");
        turn = Turn.NONE;
        heard = Optional.of(description);
    }

    @Override
    public synchronized void refuseOffer() {
        if (end.isPresent()) {
            return;
        }
        require(turn == Turn.OURS, "There is no offer to refuse");
        turn = Turn.NONE;
    }

    @Override
    public synchronized void digit(char digit, Duration length) {
        digits.append(digit);
    }

    @Override
    public synchronized void transferred(int status) {
        if (answered && end.isEmpty()) {
            transfers.add(status);
        }
    }

    @Override
    public synchronized void connected(Party other) {
        if (end.isEmpty()) {
            others.add(other);
        }
    }

    @Override
    public void end(LegEnd reason) {
        over(reason);
    }

    private void over(LegEnd reason) {
        synchronized (this) {
            if (end.isPresent()) {
                return;
            }
            end = Optional.of(reason);
        }
        listener.ended(reason);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + this);
        }
    }

    @Override
    public String toString() {
        return id + target.map(who -> " to " + who).orElse(" from a phone") + " " + turn + end;
    }
}
