package org.patchbay.jvb.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;

/** What each endpoint of a conference sends, by our own account: a videobridge takes whatever it is told. Thread-safe. */
final class SourceBook {

    private final Map<EndpointId, List<Source>> sources = new HashMap<>();

    /** Writes down the whole set; answers the one before. */
    synchronized List<Source> put(EndpointId owner, List<Source> all) throws BridgeException {
        Map<Long, SourceId> taken = new HashMap<>();
        sources.forEach((other, theirs) -> {
            if (!other.equals(owner)) {
                theirs.forEach(source -> source.ssrcs().forEach(ssrc -> taken.put(ssrc, source.id())));
            }
        });
        for (Source source : all) {
            for (long ssrc : source.ssrcs()) {
                SourceId of = taken.put(ssrc, source.id());
                if (of != null && !of.equals(source.id())) {
                    throw new BridgeException(Reason.CONFLICT, "SSRC " + ssrc + " belongs to " + of);
                }
            }
        }
        return Optional.ofNullable(sources.put(owner, List.copyOf(all))).orElse(List.of());
    }

    /** Writes down what was before, after a failure. */
    synchronized void putBack(EndpointId owner, List<Source> before) {
        sources.replace(owner, List.copyOf(before));
    }

    synchronized void remove(EndpointId owner) {
        sources.remove(owner);
    }

    /** What the owner sends. */
    synchronized List<Source> of(EndpointId owner) {
        return sources.getOrDefault(owner, List.of());
    }

    /** What anybody sends. */
    synchronized List<Source> all() {
        return sources.values().stream().flatMap(List::stream).toList();
    }

    /** The source of that name. */
    synchronized Optional<SourceId> find(String name) {
        List<Source> all = new ArrayList<>();
        sources.values().forEach(all::addAll);
        return all.stream()
                .map(Source::id)
                .filter(id -> id.value().equals(name))
                .findFirst();
    }
}
