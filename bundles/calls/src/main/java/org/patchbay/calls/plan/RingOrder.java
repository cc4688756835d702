package org.patchbay.calls.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.RingStrategy;

/** In which order the members of a group or queue ring: several lists one after the other. Thread-safe. */
public final class RingOrder {

    private final Book book;
    private final Facts facts;
    private final Instant at;

    public RingOrder(Book book, Facts facts, Instant at) {
        this.book = book;
        this.facts = facts;
        this.at = at;
    }

    /** Those of the members who can ring now, each list all at once. */
    public List<List<Extension>> of(
            PortalId portal, String id, RingStrategy strategy, List<String> members, boolean inEarnest) {
        List<Extension> free = members.stream()
                .map(member -> book.extensions().find(portal, member))
                .flatMap(Optional::stream)
                .filter(one -> free(portal, one))
                .toList();
        List<Extension> sorted = new ArrayList<>(free);
        switch (strategy) {
            case ALL -> {
                return free.isEmpty() ? List.of() : List.of(free);
            }
            case ONE_BY_ONE -> {}
            case LONGEST_IDLE -> sorted.sort(Comparator.comparing((Extension one) -> facts.lastTalk(portal, one.id())));
            case ROUND_ROBIN -> {
                if (!sorted.isEmpty()) {
                    Collections.rotate(sorted, -Math.floorMod(facts.turn(portal, id, inEarnest), sorted.size()));
                }
            }
        }
        return sorted.stream().map(List::of).toList();
    }

    private boolean free(PortalId portal, Extension one) {
        return !new Diversions(book, portal, at).doNotDisturb(one)
                && facts.reachable(portal, one.id())
                && facts.calls(portal, one.id()) < one.mostCalls();
    }
}
