package org.patchbay.calls.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.signalling.LegId;

/** Which extension and which trunk is in which calls. Thread-safe. */
public final class Seats {

    private record Key(PortalId portal, String id) {}

    private static final int MOST_REMEMBERED = 100_000;

    private final Map<LegId, Call> legs = new ConcurrentHashMap<>();
    private final Map<Key, Map<Call, Integer>> extensions = new ConcurrentHashMap<>();
    private final Map<Key, Integer> trunks = new ConcurrentHashMap<>();
    private final Map<PortalId, Integer> outside = new ConcurrentHashMap<>();
    private final Map<Key, Instant> lastTalks = new ConcurrentHashMap<>();
    private final Clock clock;

    public Seats(Clock clock) {
        this.clock = clock;
    }

    void seat(Line line, Call call) {
        legs.put(line.leg().id(), call);
        line.who()
                .extension()
                .ifPresent(one -> extensions.compute(key(call, one), (key, before) -> {
                    Map<Call, Integer> after = before == null ? new HashMap<>() : new HashMap<>(before);
                    after.merge(call, 1, Integer::sum);
                    return after;
                }));
        line.who().trunk().ifPresent(trunk -> {
            trunks.merge(new Key(call.portal(), trunk), 1, Integer::sum);
            if (!line.incoming()) {
                outside.merge(call.portal(), 1, Integer::sum);
            }
        });
    }

    void unseat(Line line, Call call) {
        legs.remove(line.leg().id(), call);
        line.who().extension().ifPresent(one -> {
            extensions.computeIfPresent(key(call, one), (key, before) -> {
                Map<Call, Integer> after = new HashMap<>(before);
                after.computeIfPresent(call, (same, count) -> count == 1 ? null : count - 1);
                return after.isEmpty() ? null : after;
            });
            if (line.up().isPresent() && lastTalks.size() < MOST_REMEMBERED) {
                lastTalks.put(key(call, one), clock.instant());
            }
        });
        line.who().trunk().ifPresent(trunk -> {
            trunks.computeIfPresent(new Key(call.portal(), trunk), (key, count) -> count == 1 ? null : count - 1);
            if (!line.incoming()) {
                outside.computeIfPresent(call.portal(), (key, count) -> count == 1 ? null : count - 1);
            }
        });
    }

    private static Key key(Call call, Extension extension) {
        return new Key(call.portal(), extension.id());
    }

    Optional<Call> holding(LegId leg) {
        return Optional.ofNullable(legs.get(leg));
    }

    /** The calls that an extension is in or that ring at it. */
    public Set<Call> of(PortalId portal, String extension) {
        return new LinkedHashSet<>(
                extensions.getOrDefault(new Key(portal, extension), Map.of()).keySet());
    }

    /** The calls of a portal that ring somewhere, the oldest first. */
    List<Call> ringing(PortalId portal, Predicate<Call> wanted) {
        return legs.values().stream()
                .distinct()
                .filter(call -> call.portal().equals(portal))
                .filter(call -> call.live().state() == CallState.RINGING)
                .filter(wanted)
                .sorted(Comparator.comparing(call -> call.id().value()))
                .toList();
    }

    int calls(PortalId portal, String extension) {
        return extensions.getOrDefault(new Key(portal, extension), Map.of()).size();
    }

    int trunkCalls(PortalId portal, String trunk) {
        return trunks.getOrDefault(new Key(portal, trunk), 0);
    }

    /** How many calls outside go on. */
    int outside(PortalId portal) {
        return outside.getOrDefault(portal, 0);
    }

    Instant lastTalk(PortalId portal, String extension) {
        return lastTalks.getOrDefault(new Key(portal, extension), Instant.EPOCH);
    }

    /** Whether nothing is left over. */
    boolean isEmpty() {
        return List.of(legs, extensions, trunks, outside).stream().allMatch(Map::isEmpty);
    }
}
