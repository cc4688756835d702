package org.patchbay.calls.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.signalling.TrunkState;

/** Decides whether a number outside may be called, and by which trunks. Thread-safe. */
final class OutsideRules {

    private static final Duration RING = Duration.ofSeconds(60);

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
            return refusal.map(Action.class::cast)
                    .orElseGet(() -> new Action.Ring(List.of(new Callee.Outside(number, ways)), RING));
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
        return chosen(up, path);
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
        List<Callee.Way> ways = new ArrayList<>();
        List<Trunk> allowed = book.trunks().route(portal, to.number(), by.department());
        for (Trunk trunk : allowed) {
            Optional<String> fault = fault(portal, trunk);
            if (fault.isPresent()) {
                path.accept(Decision.of("trunk", fault.get(), "trunk", trunk.name()));
            } else {
                ways.add(way(portal, trunk, to.number(), Optional.of(by)));
            }
        }
        if (allowed.isEmpty()) {
            path.accept(Decision.of("trunk", "no-rule", "number", to.number()));
            return Verdict.no(403, "no-rule");
        }
        return chosen(ways, path);
    }

    private Verdict chosen(List<Callee.Way> ways, Consumer<Decision> path) {
        if (ways.isEmpty()) {
            path.accept(Decision.of("trunk", "none-works"));
            return Verdict.no(503, "none-works");
        }
        path.accept(Decision.of("trunk", "chosen", "trunk", ways.get(0).trunk()));
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
        TrunkState state = facts.trunk(portal, trunk.id());
        if (state == TrunkState.DOWN || state == TrunkState.REFUSED) {
            return Optional.of("down");
        }
        int calls = facts.trunkCalls(portal, trunk);
        return trunk.mostCalls().filter(most -> calls >= most).map(most -> "full");
    }

    private Callee.Way way(PortalId portal, Trunk trunk, String number, Optional<Extension> by) {
        Optional<String> own = trunk.ownCallerId() ? by.flatMap(Extension::callerId) : Optional.empty();
        String shown = own.or(trunk::callerId)
                .map(one -> book.dialPlan().shown(portal, trunk, one))
                .orElse(trunk.user());
        return new Callee.Way(trunk.id(), book.dialPlan().dialled(portal, trunk, number), shown);
    }
}
