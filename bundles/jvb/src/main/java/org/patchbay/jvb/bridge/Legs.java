package org.patchbay.jvb.bridge;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.patchbay.spi.media.EndpointId;

/** The legs of a conference, in the order in which it came to their videobridges. Thread-safe. */
final class Legs implements Iterable<JvbConference> {

    private final List<JvbConference> legs = new CopyOnWriteArrayList<>();

    void add(JvbConference leg) {
        legs.add(leg);
        leg.server().has(leg);
    }

    /** Answers whether it was there. */
    boolean forget(JvbConference leg) {
        leg.server().hasNoMore(leg);
        return legs.remove(leg);
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }

    int size() {
        return legs.size();
    }

    /** Those there are now. */
    List<JvbConference> all() {
        return List.copyOf(legs);
    }

    /** All of them, the one on this videobridge first. */
    List<JvbConference> beginningOn(Server server) {
        return legs.stream()
                .sorted(Comparator.comparing(leg -> leg.server() != server))
                .toList();
    }

    boolean areOn(Server server) {
        return legs.stream().anyMatch(leg -> leg.server() == server);
    }

    /** The one that the endpoint is on. */
    Optional<JvbConference> of(EndpointId endpoint) {
        return legs.stream().filter(leg -> leg.endpoints().contains(endpoint)).findFirst();
    }

    /** The endpoints on all of them. */
    Stream<EndpointId> endpoints() {
        return legs.stream().flatMap(leg -> leg.endpoints().stream());
    }

    @Override
    public Iterator<JvbConference> iterator() {
        return all().iterator();
    }
}
