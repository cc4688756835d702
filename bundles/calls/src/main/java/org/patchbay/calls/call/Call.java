package org.patchbay.calls.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.TransferRequest;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Course;
import org.patchbay.calls.plan.Inquiry;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.Verdict;
import org.patchbay.calls.plan.Who;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call from its first ring to its record. Everything in it happens on one thread at a time, in order; what is public may
 * be called from any thread.
 */
public final class Call implements LineOwner {

    private static final Logger log = LoggerFactory.getLogger(Call.class);

    private final PortalId portal;
    private final Hub hub;
    private final Serial serial;
    private final Dossier dossier;
    private final List<Line> lines = new ArrayList<>();
    private final List<Guests> guests = new ArrayList<>();
    private Course course;
    private volatile Stage stage = new IdleStage(this);
    private @Nullable Line caller;
    private Optional<Handover> handover = Optional.empty();
    private volatile boolean ended;
    private volatile LiveCall live;

    public Call(PortalId portal, Who first, String called, Hub hub) {
        this.portal = portal;
        this.hub = hub;
        this.dossier = new Dossier(first, called, hub.clock());
        this.serial = new Serial(hub.threads(), this::failed, () -> stage.isQuick() && dossier.isQuick(lines));
        this.course = course(first, called);
        this.live = dossier.live(CallState.DECIDING, Optional.empty(), List.of());
    }

    private Course course(Who by, String to) {
        return new Course(
                new Inquiry(portal, by, to, hub.clock().instant()), hub.book(), hub.facts(), true, this::note);
    }

    @Override
    public Serial serial() {
        return serial;
    }

    public CallId id() {
        return dossier.id;
    }

    public PortalId portal() {
        return portal;
    }

    /** The call as it was when something happened last. */
    public LiveCall live() {
        return live;
    }

    Hub hub() {
        return hub;
    }

    Dossier dossier() {
        return dossier;
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override
    public Stage stage() {
        return stage;
    }

    public boolean isEnded() {
        return ended;
    }

    /** Who waits for somebody to answer, or talks from the beginning. */
    Line caller() {
        return Optional.ofNullable(caller).orElseThrow(() -> new IllegalStateException("Nobody calls yet"));
    }

    boolean isCaller(Line line) {
        return line == caller;
    }

    void caller(Line line) {
        caller = line;
    }

    /** A line comes in. */
    void add(Line line) {
        lines.add(line);
        hub.desk().seat(line, this);
    }

    /** A line goes to another call. */
    void remove(Line line) {
        lines.remove(line);
        dossier.moved(line);
        hub.desk().unseat(line, this);
    }

    /** Begins with a phone that calls. */
    public void begin(Line line) {
        add(line);
        caller = line;
        hub.names().find(portal, line.who(), who -> run(() -> begin(line, who)), who -> run(() -> named(line, who)));
    }

    private void begin(Line line, Who who) {
        line.who(who);
        dossier.first(who);
        course = course(who, dossier.called);
        tell(Journal.What.STARTED, "");
        dial();
    }

    /** The name of who began it has come. */
    private void named(Line line, Who who) {
        lines.stream().filter(line::equals).forEach(still -> still.who(who));
        dossier.first(who);
        refresh();
    }

    /** Begins at phones that are called. */
    void begin(Stage first) {
        serial.execute(() -> {
            tell(Journal.What.STARTED, "");
            enter(first);
        });
    }

    /** Begins to dial; of who called by the console when the own phone was answered. */
    void dial() {
        perform(course.begin());
    }

    /** Does the next thing. */
    void perform(Action action) {
        if (ended) {
            return;
        }
        if (action instanceof Action.Refuse refuse) {
            if (handover.filter(some -> some.isRefused(refuse)).isEmpty()) {
                refuse(refuse);
            }
        } else if (action instanceof Action.Ring ring) {
            enter(new RingStage(this, ring));
        } else if (action instanceof Action.Ask ask) {
            enter(new MenuStage(this, ask));
        } else {
            hub.desk().perform(this, action);
        }
    }

    /** What became of the last thing. */
    void proceed(Outcome outcome) {
        if (!ended) {
            perform(course.after(outcome));
        }
    }

    /** Goes another way, as somebody of the call wants. */
    void redirect(String word, Who by, String to) {
        note(Decision.of("outcome", word, "to", to));
        course = course(by, to);
        perform(course.begin());
    }

    /** What scripts say. */
    public void consulted(Verdict verdict) {
        run(() -> proceed(new Outcome.Consulted(verdict)));
    }

    void enter(Stage next) {
        stage.leave();
        stage = next;
        next.begin();
        handedOver(some -> some.entered(next));
        refresh();
    }

    /** The caller is put through from now on. */
    void handOver(Handover some) {
        handover = Optional.of(some);
    }

    /** Who put the caller through is told, if somebody did. */
    void handedOver(Consumer<Handover> what) {
        handover.ifPresent(what);
    }

    void refuse(Action.Refuse refuse) {
        dossier.ends(refuse.result());
        RefusedStage.refuse(this, Optional.ofNullable(caller), refuse);
    }

    /** Ends every line; the call is over when the last one is. */
    void finish(LegEnd end, CallResult how) {
        dossier.ends(how);
        handedOver(some -> some.ended(how));
        stage.leave();
        stage = new IdleStage(this);
        lines().forEach(line -> line.end(end));
        closeIfEmpty();
    }

    private void closeIfEmpty() {
        if (ended || !lines.isEmpty()) {
            return;
        }
        ended = true;
        stage.leave();
        refresh();
        hub.journal().ended(portal, dossier.record());
        hub.desk().over(this);
    }

    /** Two phones or more talk from now on. */
    void talk(List<Line> who) {
        dossier.conversing();
        var talk = new TalkStage(this, who);
        enter(talk);
        tell(Journal.What.ANSWERED, who.get(who.size() - 1).who().seen().number());
        new Recorder(this).answered(talk);
    }

    /** The first line of this kind that is not over. */
    Optional<Line> line(Predicate<Line> wanted) {
        return lines.stream().filter(line -> !line.isOver()).filter(wanted).findFirst();
    }

    /** Somebody is called in by those who talk, or comes by own wish; the first phone that answers is in. */
    void invite(Guests some) {
        guests.add(some);
    }

    void note(Decision decision) {
        var step = dossier.note(decision);
        refresh();
        hub.journal().decided(portal, live, step);
    }

    void tell(Journal.What what, String detail) {
        refresh();
        hub.journal().happened(portal, live, what, detail);
    }

    public void tag(String tag) {
        run(() -> {
            dossier.tag(tag);
            refresh();
        });
    }

    /** Ends it, whoever is in it. */
    public void hangUp() {
        run(() -> finish(LegEnd.hungUp(), CallResult.GIVEN_UP));
    }

    void refresh() {
        LiveCall before = live;
        live = dossier.live(ended ? CallState.ENDED : stage.state(), stage.at(), lines);
        hub.journal().changed(portal, before, live);
        hub.desk().changed(this);
    }

    /** Does something on the call's thread, unless the call is over then. */
    public void run(Runnable task) {
        serial.execute(() -> {
            if (!ended) {
                task.run();
            }
        });
    }

    private void failed(Throwable error) {
        log.error("A call failed and is ended", error);
        finish(LegEnd.refused(500, "Server error"), CallResult.FAILED);
    }

    @Override
    public void rings(Line line) {
        stage.rings(line);
        refresh();
    }

    @Override
    public void answered(Line line) {
        line.answeredAt(hub.clock().instant());
        if (guests.stream().noneMatch(group -> group.answered(line))) {
            stage.answered(line);
        }
        refresh();
    }

    @Override
    public void held(Line line, boolean on) {
        stage.held(line, on);
        refresh();
    }

    @Override
    public void transferAsked(Line line, TransferRequest request) {
        new Transfer(this, line).asked(request);
        refresh();
    }

    @Override
    public void over(Line line, LegEnd end) {
        dossier.over(line, end);
        lines.remove(line);
        hub.desk().unseat(line, this);
        guests.removeIf(group -> group.over(line, end));
        try {
            stage.over(line, end);
            handedOver(some -> some.over(line));
        } catch (PatchbayException e) {
            log.debug("A call goes on without what was wanted: {}", e.getMessage());
        }
        refresh();
        closeIfEmpty();
    }
}
