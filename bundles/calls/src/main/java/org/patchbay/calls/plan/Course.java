package org.patchbay.calls.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.Opening;
import org.patchbay.spi.calls.Wanted;

/**
 * The way of one call through the decisions, for a real call as for one that is only thought of: says what is to be done
 * next, is told what became of it, and notes each decision. Not thread-safe.
 */
public final class Course {

    private static final int MOST_TURNS = 10;

    private final Inquiry inquiry;
    private final PortalId portal;
    private final Book book;
    private final Facts facts;
    private final boolean inEarnest;
    private final Consumer<Decision> path;
    private final OutsideRules rules;
    private final Arrival arrival;
    private final Groups groups;
    private Place place = new Place.Nowhere();
    private Optional<Extension> payer;
    private Optional<Destination> pending = Optional.empty();
    private Optional<InboundNumber> inbound = Optional.empty();
    private Optional<Forwards.Case> why = Optional.empty();
    private Optional<Extension> forwarder = Optional.empty();
    private int turns;

    public Course(Inquiry inquiry, Book book, Facts facts, boolean inEarnest, Consumer<Decision> path) {
        this.inquiry = inquiry;
        this.portal = inquiry.portal();
        this.book = book;
        this.facts = facts;
        this.inEarnest = inEarnest;
        this.path = path;
        this.rules = new OutsideRules(book, facts);
        this.arrival = new Arrival(this, inquiry, book, facts);
        this.groups = new Groups(this, inquiry, new RingOrder(book, facts, inquiry.at()), inEarnest);
        this.payer = inquiry.caller().extension();
    }

    /** The first thing to do. */
    public Action begin() {
        Who caller = inquiry.caller();
        if (caller.extension().isPresent()) {
            note("caller", "extension", "extension", caller.party().number());
            return dialled(caller.extension().get(), inquiry.called());
        }
        note("caller", "trunk", "trunk", book.trunk(portal, caller.trunk().orElse("")));
        Optional<InboundNumber> number = arrives(inquiry.called());
        if (number.isEmpty()) {
            note("number", "no-inbound", "number", inquiry.called());
            return new Action.Refuse(404, "no-inbound", CallResult.FAILED);
        }
        return consult(number.get().destination());
    }

    /** What to do after this. */
    public Action after(Outcome outcome) {
        if (outcome instanceof Outcome.Consulted consulted) {
            return consulted(consulted.verdict());
        }
        if (outcome instanceof Outcome.Diverted diverted) {
            note("outcome", "diverted", "to", diverted.to());
            return anywhere(diverted.to());
        }
        Place left = place;
        place = new Place.Nowhere();
        if (left instanceof Place.AtExtension at) {
            return arrival.after(at, outcome);
        }
        if (left instanceof Place.AtOthers at) {
            return arrival.after(at, outcome);
        }
        if (left instanceof Place.AtGroup at) {
            return groups.after(at, outcome);
        }
        if (left instanceof Place.AtQueue at) {
            path.accept(
                    outcome instanceof Outcome.Full full
                            ? Decision.of("queue", full.reason())
                            : Decision.of("queue", "waited-long"));
            return turn(at.otherwise());
        }
        if (left instanceof Place.AtMenu at) {
            return afterMenu(at, outcome);
        }
        if (left instanceof Place.AtScriptMenu at) {
            return afterScriptMenu(at, outcome);
        }
        if (left instanceof Place.AtApplication at) {
            return outcome instanceof Outcome.Sent sent ? turn(sent.to()) : at.otherwise();
        }
        note("outcome", Ending.word(outcome));
        return Ending.of(outcome);
    }

    private Action dialled(Extension by, String digits) {
        Dialled meaning = book.dialPlan().understand(portal, digits);
        if (meaning instanceof Dialled.Internal internal) {
            note("number", "internal", "number", digits);
            return consult(internal.destination());
        }
        if (meaning instanceof Dialled.Parked parked) {
            note("number", "place", "number", parked.place());
            return new Action.Unpark(parked.place());
        }
        if (meaning instanceof Dialled.Feature feature) {
            note("number", "code", "code", feature.code().name());
            var wanted = new Wanted.Code(by, feature.code(), feature.argument());
            Optional<Action> applied = by.forbids(feature.code())
                    ? Optional.empty()
                    : apply(wanted, new Action.Refuse(501, "code-not-here", CallResult.FAILED));
            return applied.orElseGet(() -> new Action.Feature(by, feature.code(), feature.argument()));
        }
        if (meaning instanceof Dialled.Emergency emergency) {
            note("number", "emergency", "number", emergency.number());
            return rules.emergency(portal, emergency.number(), by, path).action(emergency.number());
        }
        if (meaning instanceof Dialled.Outside outside) {
            Optional<InboundNumber> own = arrives(outside.number());
            if (own.isPresent()) {
                return consult(own.get().destination());
            }
            note("number", "outside", "number", outside.number());
            return rules.outside(portal, outside, by, inquiry.at(), path).action(outside.number());
        }
        note("number", "unknown", "number", digits);
        return new Action.Refuse(404, "unknown", CallResult.FAILED);
    }

    /** At a number that the portal has, if it is one; who is within and dials it stays within. */
    private Optional<InboundNumber> arrives(String called) {
        Optional<InboundNumber> own = book.dialPlan().inbound(portal, called);
        own.ifPresent(number -> note("number", "inbound", "number", number.number()));
        inbound = own.or(() -> inbound);
        return own;
    }

    /** Asks scripts first, if there are any. */
    private Action consult(Destination to) {
        pending = Optional.of(to);
        return facts.scripted(portal) ? new Action.Consult() : usual();
    }

    private Action consulted(Verdict verdict) {
        path.accept(verdict.told(inEarnest));
        if (verdict instanceof Verdict.Route route) {
            return anywhere(route.to());
        }
        if (verdict instanceof Verdict.Reject reject) {
            return Ending.rejected(reject.reason());
        }
        if (verdict instanceof Verdict.Menu menu) {
            place = new Place.AtScriptMenu(menu.keys());
            return new Action.Ask(ScriptMenu.of(menu, portal), false);
        }
        return usual();
    }

    /** The way without scripts: office hours, then where the number leads. */
    private Action usual() {
        Destination to = pending.orElse(Destination.HANG_UP);
        if (inbound.isEmpty()) {
            return turn(to);
        }
        InboundNumber number = inbound.get();
        Opening opening = book.departments().openAt(portal, number.department(), inquiry.at());
        path.accept(new Decision("hours", opening.reason(), opening.params()));
        return turn(opening.open() ? to : number.closed().orElse(to));
    }

    /** Where somebody sends the call: any number that the sender, or else the last one called, may call. */
    private Action anywhere(String digits) {
        Dialled meaning = book.dialPlan().understand(portal, digits);
        if (meaning instanceof Dialled.Internal internal) {
            return turn(internal.destination());
        }
        if (meaning instanceof Dialled.Outside outside) {
            return turn(new Destination(Destination.Kind.OUTSIDE, outside.number()));
        }
        note("number", "unknown", "number", digits);
        return new Action.Refuse(404, "unknown", CallResult.FAILED);
    }

    Action turn(Destination to) {
        if (++turns > MOST_TURNS) {
            note("destination", "loop");
            return new Action.Refuse(482, "loop", CallResult.FAILED);
        }
        return switch (to.kind()) {
            case EXTENSION ->
                book.extensions().find(portal, to.value()).map(arrival::at).orElseGet(this::gone);
            case RING_GROUP ->
                book.groups().ringGroup(portal, to.value()).map(groups::at).orElseGet(this::gone);
            case QUEUE ->
                book.groups()
                        .queue(portal, to.value())
                        .map(queue -> {
                            note("destination", "queue", "name", queue.name());
                            place = new Place.AtQueue(queue.otherwise());
                            return (Action) new Action.Wait(queue);
                        })
                        .orElseGet(this::gone);
            case MENU ->
                book.groups()
                        .menu(portal, to.value())
                        .map(menu -> {
                            note("destination", "menu", "name", menu.name());
                            place = new Place.AtMenu(menu, 1);
                            return (Action) new Action.Ask(menu, false);
                        })
                        .orElseGet(this::gone);
            case CONFERENCE ->
                book.groups()
                        .conference(portal, to.value())
                        .map(room -> {
                            path.accept(new Decision(
                                    "destination", "conference", Map.of("name", room.name(), "number", room.number())));
                            return (Action) new Action.Join(room);
                        })
                        .orElseGet(this::gone);
            case MEETING, VOICEMAIL -> application(to);
            case OUTSIDE -> sent(to.value());
            case HANG_UP -> {
                note("destination", "hang-up");
                yield new Action.Refuse(480, "hang-up", CallResult.MISSED);
            }
        };
    }

    private Action sent(String number) {
        pending = arrives(number).map(InboundNumber::destination);
        if (pending.isPresent()) {
            return usual();
        }
        return rules.sent(portal, number, payer, inquiry.at(), OwnNumbers.marking(path, forwarder))
                .action(number, forwarder.map(Arrival::party));
    }

    /** To an application; the extension of a mailbox pays where that sends the call. */
    private Action application(Destination to) {
        String reason = to.kind().name().toLowerCase(Locale.ROOT);
        payer = book.extensions().find(portal, to.value()).or(() -> payer);
        note("destination", reason, "extension", payer.map(Extension::number).orElse(""));
        Action.Refuse refusal = new Action.Refuse(501, reason, CallResult.FAILED);
        return apply(new Wanted.Place(to, why), refusal)
                .orElseGet(() -> to.kind() == Destination.Kind.VOICEMAIL ? noMailbox() : refusal);
    }

    /** The mailbox is switched off: who calls is told as where nobody answers, not that the server cannot. */
    private Action noMailbox() {
        note(
                "destination",
                "no-mailbox",
                "extension",
                payer.map(Extension::number).orElse(""));
        return new Action.Refuse(480, "no-mailbox", CallResult.MISSED);
    }

    private Optional<Action> apply(Wanted wanted, Action.Refuse otherwise) {
        return facts.application(portal, wanted).map(name -> {
            note("application", "begins", "name", name);
            place = new Place.AtApplication(otherwise);
            return new Action.Apply(name, wanted, otherwise);
        });
    }

    private Action gone() {
        note("destination", "gone");
        return new Action.Refuse(404, "gone", CallResult.FAILED);
    }

    /** To the assistant or the mailbox of an extension that does not take the call, if it is there. */
    Optional<Action> instead(Wanted wanted, Forwards.Case reason, Action.Refuse otherwise) {
        why = Optional.of(reason);
        return apply(wanted, otherwise);
    }

    /** Sends the call on, as an extension that does not take it wants. */
    Action forward(Extension from, Destination to, Forwards.Case reason) {
        why = Optional.of(reason);
        forwarder = Optional.of(from).filter(one -> to.kind() == Destination.Kind.OUTSIDE);
        return turn(to);
    }

    /** Who pays for a call that is sent on. */
    void payer(Extension one) {
        payer = Optional.of(one);
    }

    /** Where the call is now. */
    void at(Place now) {
        place = now;
    }

    /** By which ways an extension's own number outside can be called for the payer; none where it may not be. */
    List<Callee.Way> ways(String number, Extension of) {
        return rules.sent(portal, number, payer, inquiry.at(), OwnNumbers.marking(path, Optional.of(of)))
                .ways();
    }

    private Action afterMenu(Place.AtMenu at, Outcome outcome) {
        VoiceMenu menu = at.menu();
        path.accept(Ending.keys(outcome));
        Optional<Destination> to = at.leads(outcome, digits -> book.dialPlan().understand(portal, digits));
        if (to.isPresent()) {
            return turn(to.get());
        }
        if (at.tries() < menu.tries()) {
            place = new Place.AtMenu(menu, at.tries() + 1);
            return new Action.Ask(menu, true);
        }
        return turn(outcome instanceof Outcome.Pressed ? menu.wrong() : menu.timeout());
    }

    private Action afterScriptMenu(Place.AtScriptMenu at, Outcome outcome) {
        path.accept(Ending.keys(outcome));
        String to = outcome instanceof Outcome.Pressed pressed ? at.keys().get(pressed.keys()) : null;
        return to == null ? usual() : anywhere(to);
    }

    void note(String step, String reason) {
        path.accept(Decision.of(step, reason));
    }

    void note(Decision decision) {
        path.accept(decision);
    }

    void note(String step, String reason, String name, String value) {
        path.accept(Decision.of(step, reason, name, value));
    }
}
