package org.patchbay.calls.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.Secretary;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;

/** What becomes of a call at an extension: secretary, diversions, devices, follow me. Not thread-safe. */
final class Arrival {

    private final Course course;
    private final Inquiry inquiry;
    private final PortalId portal;
    private final Book book;
    private final Facts facts;
    private final Diversions diversions;
    private final Set<String> askedSecretary = new HashSet<>();

    Arrival(Course course, Inquiry inquiry, Book book, Facts facts) {
        this.course = course;
        this.inquiry = inquiry;
        this.portal = inquiry.portal();
        this.book = book;
        this.facts = facts;
        this.diversions = new Diversions(book, portal, inquiry.at());
    }

    Action at(Extension to) {
        course.note("destination", "extension", "extension", to.number());
        course.payer(to);
        Optional<Action> secretary = secretary(to);
        if (secretary.isPresent()) {
            return secretary.get();
        }
        if (diversions.doNotDisturb(to)) {
            course.note("dnd", "on", "extension", to.number());
            return forwarded(to, Forwards.Case.BUSY, new Action.Refuse(486, "dnd", CallResult.BUSY));
        }
        return forwarded(to, Forwards.Case.ALWAYS).orElseGet(() -> ring(to));
    }

    private Optional<Action> secretary(Extension boss) {
        PhoneServices services = diversions.services(boss);
        Secretary chosen = services.secretary();
        if (!diversions.isOn(boss, Diversion.SECRETARY, chosen.on())
                || chosen.extension().isEmpty()) {
            return Optional.empty();
        }
        Optional<Extension> secretary =
                book.extensions().find(portal, chosen.extension().get());
        boolean passes = inquiry.caller().is(chosen.extension().get())
                || chosen.passing().contains(inquiry.caller().party().number())
                || !askedSecretary.add(boss.id());
        if (secretary.isEmpty() || passes) {
            course.note("secretary", "lets-through", "extension", boss.number());
            return Optional.empty();
        }
        if (!diversions.services(secretary.get()).receives()) {
            course.note("secretary", "off-duty", "extension", secretary.get().number());
            return Optional.empty();
        }
        course.note("secretary", "takes", "extension", secretary.get().number());
        return Optional.of(course.turn(
                new Destination(Destination.Kind.EXTENSION, secretary.get().id())));
    }

    private Action ring(Extension to) {
        boolean follows = follows(to);
        FollowMe follow = diversions.services(to).followMe();
        if (follows && follow.firstSeconds() == 0) {
            return others(to, 0);
        }
        if (!facts.reachable(portal, to.id())) {
            course.note("devices", "none", "extension", to.number());
            return follows
                    ? others(to, 0)
                    : forwarded(
                            to, Forwards.Case.UNAVAILABLE, new Action.Refuse(480, "unavailable", CallResult.MISSED));
        }
        if (facts.calls(portal, to.id()) >= to.mostCalls()) {
            course.note("devices", "busy", "extension", to.number());
            return forwarded(to, Forwards.Case.BUSY, new Action.Refuse(486, "busy", CallResult.BUSY));
        }
        course.note("devices", "ring", "extension", to.number());
        course.at(new Place.AtExtension(to));
        int seconds = follows ? follow.firstSeconds() : to.ringSeconds();
        return new Action.Ring(List.of(new Callee.Phones(to)), Duration.ofSeconds(seconds));
    }

    private boolean follows(Extension to) {
        FollowMe follow = diversions.services(to).followMe();
        return !follow.numbers().isEmpty()
                && (follow.internal() || inquiry.caller().extension().isEmpty())
                && diversions.isOn(to, Diversion.FOLLOW_ME, follow.on());
    }

    /** After the devices of an extension. */
    Action after(Place.AtExtension at, Outcome outcome) {
        course.note("outcome", Ending.word(outcome));
        boolean notThere = outcome instanceof Outcome.NoAnswer
                || outcome instanceof Outcome.Unavailable
                || outcome instanceof Outcome.NotUnderstood;
        return notThere && follows(at.extension())
                ? others(at.extension(), 0)
                : forwarded(at.extension(), Ending.forward(outcome), Ending.of(outcome));
    }

    /** After some of the numbers at which somebody is looked for. */
    Action after(Place.AtOthers at, Outcome outcome) {
        course.note("outcome", Ending.word(outcome));
        return others(at.extension(), at.next());
    }

    private Action others(Extension of, int from) {
        FollowMe follow = diversions.services(of).followMe();
        int next = from;
        while (next < follow.numbers().size()) {
            int until = follow.oneByOne() ? next + 1 : follow.numbers().size();
            List<Callee> callees = new ArrayList<>();
            for (String number : follow.numbers().subList(next, until)) {
                callee(of, follow, number).ifPresent(callees::add);
            }
            next = until;
            if (!callees.isEmpty()) {
                course.at(new Place.AtOthers(of, next));
                String numbers =
                        String.join(", ", callees.stream().map(Callee::label).toList());
                course.note(OwnNumbers.mark(
                        Decision.of("follow-me", "ring", "numbers", numbers),
                        of,
                        callees.stream()
                                .filter(Callee.Outside.class::isInstance)
                                .map(Callee::label)
                                .toList()));
                return new Action.Ring(
                        callees, Duration.ofSeconds(follow.seconds()), follow.confirm(), shown(of, follow));
            }
        }
        course.note("follow-me", "not-found", "extension", of.number());
        return follow.otherwise()
                .map(course::turn)
                .orElseGet(() -> forwarded(of, Forwards.Case.NO_ANSWER, Ending.of(new Outcome.NoAnswer())));
    }

    private Optional<Callee> callee(Extension of, FollowMe follow, String number) {
        Dialled meaning = book.dialPlan().understand(portal, number);
        if (meaning instanceof Dialled.Internal internal
                && internal.destination().kind() == Destination.Kind.EXTENSION) {
            Optional<Callee> phones = book.extensions()
                    .find(portal, internal.destination().value())
                    .filter(this::free)
                    .map(Callee.Phones::new);
            if (phones.isEmpty()) {
                course.note("follow-me", "not-free", "number", number);
            }
            return phones;
        }
        if (!(meaning instanceof Dialled.Outside outside)) {
            course.note(OwnNumbers.mark(Decision.of("follow-me", "skipped", "number", number), of, List.of(number)));
            return Optional.empty();
        }
        List<Callee.Way> ways = course.ways(outside.number(), of);
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new Callee.Outside(
                        outside.number(),
                        ways.stream().map(way -> shown(follow, way)).toList(),
                        Optional.of(party(of))));
    }

    private boolean free(Extension one) {
        return !diversions.doNotDisturb(one)
                && facts.reachable(portal, one.id())
                && facts.calls(portal, one.id()) < one.mostCalls();
    }

    /** Outside the caller's number is shown where the caller is outside too. */
    private Callee.Way shown(FollowMe follow, Callee.Way way) {
        Party caller = inquiry.caller().party();
        if (follow.showOwn()
                || inquiry.caller().trunk().isEmpty()
                || !caller.number().startsWith("+")) {
            return way;
        }
        return book.trunks()
                .find(portal, way.trunk())
                .map(trunk -> new Callee.Way(
                        way.trunk(), way.dialled(), book.dialPlan().shown(portal, trunk, caller.number())))
                .orElse(way);
    }

    private static Optional<Party> shown(Extension of, FollowMe follow) {
        return follow.showOwn() ? Optional.of(party(of)) : Optional.empty();
    }

    /** Who has the extension. */
    static Party party(Extension extension) {
        return new Party(extension.number(), extension.name());
    }

    /** Where a call goes that the extension does not take: as it forwards, else to its assistant or its mailbox. */
    private Action forwarded(Extension from, Forwards.Case when, Action.Refuse otherwise) {
        return forwarded(from, when)
                .or(() -> assistant(from, when, otherwise))
                .or(() -> course.instead(mailbox(from, when), when, otherwise))
                .orElse(otherwise);
    }

    private Optional<Action> assistant(Extension from, Forwards.Case when, Action.Refuse otherwise) {
        Optional<Assistant> chosen = diversions.services(from).assistant();
        boolean on = diversions.isOn(
                from, Diversion.ASSISTANT, chosen.filter(Assistant::on).isPresent());
        return chosen.filter(one -> on)
                .flatMap(one -> course.instead(new Wanted.Assistant(from, when), when, otherwise));
    }

    private static Wanted mailbox(Extension of, Forwards.Case when) {
        return new Wanted.Place(new Destination(Destination.Kind.VOICEMAIL, of.id()), Optional.of(when));
    }

    private Optional<Action> forwarded(Extension from, Forwards.Case when) {
        return diversions.forward(from, when).map(to -> {
            course.note("forward", when.name().toLowerCase(Locale.ROOT), "extension", from.number());
            return course.forward(from, to, when);
        });
    }
}
