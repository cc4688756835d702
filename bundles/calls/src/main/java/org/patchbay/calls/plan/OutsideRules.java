package org.patchbay.calls.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.TrunkState;

/** Decides whether a number outside may be called, and by which trunks. Thread-safe. */
final class OutsideRules {

    private static final Duration RING = Duration.ofSeconds(60);
    private static final String DOWN = "down";
    private static final String FULL = "full";

    private final Book book;
    private final Facts facts;

    OutsideRules(Book book, Facts facts) {
        this.book = book;
        this.facts = facts;
    }

    /** Either ways, or why there are none. */
    record Verdict(List<Callee.Way> ways, Optional<Action.Refuse> refusal) {
        /** Rings there, or refuses. */
        Action action(String number) {
            return action(number, Optional.empty());
        }

        /** The same for somebody whose own number it is. */
        Action action(String number, Optional<Party> instead) {
            return refusal.map(Action.class::cast)
                    .orElseGet(() -> new Action.Ring(List.of(new Callee.Outside(number, ways, instead)), RING));
        }

        static Verdict no(int status, String reason) {
            return new Verdict(
                    List.of(),
                    Optional.of(
                            new Action.Refuse(status, reason, status == 503 ? CallResult.FAILED : CallResult.REFUSED)));
        }
    }

    Verdict emergency(PortalId portal, String number, Extension by, Consumer<Decision> path) {
        path.accept(Decision.of("destination", "emergency", "number", number));
        List<Callee.Way> up = new ArrayList<>();
        List<Callee.Way> others = new ArrayList<>();
        for (Trunk trunk : book.trunks().list(portal)) {
            boolean works = facts.trunk(portal, trunk.id()) == TrunkState.UP;
            (works ? up : others).add(way(portal, trunk, number, Optional.of(by)));
        }
        up.addAll(others);
        return chosen(portal, up, path);
    }

    /** A call that is sent outside, by somebody of the portal or else not at all. */
    Verdict sent(PortalId portal, String number, Optional<Extension> by, Instant at, Consumer<Decision> path) {
        if (by.isEmpty()) {
            path.accept(Decision.of("destination", "nobody-pays", "number", number));
            return Verdict.no(403, "nobody-pays");
        }
        Dialled meaning = book.dialPlan().understand(portal, number);
        Dialled.Outside to =
                meaning instanceof Dialled.Outside outside ? outside : new Dialled.Outside(number, "", false);
        return outside(portal, to, by.get(), at, path);
    }

    Verdict outside(PortalId portal, Dialled.Outside to, Extension by, Instant at, Consumer<Decision> path) {
        path.accept(Decision.of("destination", "outside", "number", to.number()));
        Optional<String> forbidden = forbidden(portal, to, by, at);
        if (forbidden.isPresent()) {
            path.accept(
                    new Decision("limits", forbidden.get(), Map.of("extension", by.number(), "country", to.country())));
            return Verdict.no(403, forbidden.get());
        }
        path.accept(Decision.of("limits", "within"));
        List<Trunk> allowed = book.trunks().route(portal, to.number(), by.department());
        if (allowed.isEmpty()) {
            String reason = book.trunks().list(portal).isEmpty() ? "no-trunk" : "no-rule";
            path.accept(Decision.of("trunk", reason, "number", to.number()));
            return Verdict.no(403, reason);
        }
        return chosen(portal, ways(portal, allowed, to.number(), by, path), path);
    }

    /** Those that work; where none does, those that seem to be down: a carrier may take calls though it answers no question. */
    private List<Callee.Way> ways(
            PortalId portal, List<Trunk> allowed, String number, Extension by, Consumer<Decision> path) {
        List<Callee.Way> up = new ArrayList<>();
        List<Callee.Way> down = new ArrayList<>();
        for (Trunk trunk : allowed) {
            Optional<String> fault = fault(portal, trunk);
            fault.ifPresent(reason -> path.accept(Decision.of("trunk", reason, "trunk", trunk.name())));
            if (fault.isEmpty()) {
                up.add(way(portal, trunk, number, Optional.of(by)));
            } else if (!fault.get().equals(FULL)) {
                down.add(way(portal, trunk, number, Optional.of(by)));
            }
        }
        return up.isEmpty() ? down : up;
    }

    private Verdict chosen(PortalId portal, List<Callee.Way> ways, Consumer<Decision> path) {
        if (ways.isEmpty()) {
            path.accept(Decision.of("trunk", "none-works"));
            return Verdict.no(503, "none-works");
        }
        path.accept(Decision.of(
                "trunk", "chosen", "trunk", book.trunk(portal, ways.get(0).trunk())));
        return new Verdict(ways, Optional.empty());
    }

    private Optional<String> forbidden(PortalId portal, Dialled.Outside to, Extension by, Instant at) {
        CallLimits limits = book.dialPlan().settings(portal).limits();
        if (!by.externalCalls()) {
            return Optional.of("not-outside");
        }
        if (to.premium() && !limits.premium()) {
            return Optional.of("premium");
        }
        if (!limits.countries().isEmpty() && !limits.countries().contains(to.country())) {
            return Optional.of("country");
        }
        return facts.limit(portal, to.number(), at);
    }

    private Optional<String> fault(PortalId portal, Trunk trunk) {
        Optional<String> down =
                switch (facts.trunk(portal, trunk.id())) {
                    case DOWN, REFUSED -> Optional.of(DOWN);
                    case UNTRUSTED -> Optional.of("untrusted");
                    case OTHER_HOST -> Optional.of("other-host");
                    case EXPIRED -> Optional.of("expired");
                    case UP, UNKNOWN -> Optional.empty();
                };
        if (down.isPresent()) {
            return down;
        }
        int calls = facts.trunkCalls(portal, trunk);
        return trunk.mostCalls().filter(most -> calls >= most).map(most -> FULL);
    }

    private Callee.Way way(PortalId portal, Trunk trunk, String number, Optional<Extension> by) {
        Optional<String> own = trunk.ownCallerId() ? by.flatMap(Extension::callerId) : Optional.empty();
        String shown = own.or(trunk::callerId)
                .or(() -> trunk.user().isEmpty() ? reachable(portal, by) : Optional.empty())
                .map(one -> book.dialPlan().shown(portal, trunk, one))
                .orElse(trunk.user());
        return new Callee.Way(trunk.id(), book.dialPlan().dialled(portal, trunk, number), shown);
    }

    /** A number under which the caller can be called back: the own one, else the first of the portal. */
    private Optional<String> reachable(PortalId portal, Optional<Extension> by) {
        List<InboundNumber> numbers = book.dialPlan().inboundNumbers(portal);
        return by.flatMap(caller -> numbers.stream()
                        .filter(one -> one.destination().kind() == Destination.Kind.EXTENSION
                                && one.destination().value().equals(caller.id()))
                        .findFirst())
                .or(() -> numbers.stream().min(Comparator.comparing(InboundNumber::number)))
                .map(InboundNumber::number);
    }
}
