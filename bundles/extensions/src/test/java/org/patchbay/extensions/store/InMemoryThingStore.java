package org.patchbay.extensions.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;

/** What is set up, in maps. Thread-safe. */
public final class InMemoryThingStore implements ThingStore {

    private static final Comparator<StoredThing> ORDER =
            Comparator.comparing(StoredThing::sort).thenComparing(StoredThing::id);

    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<PortalId, Long> revisions = new HashMap<>();

    private record Kept(PortalId portal, StoredThing thing, Set<String> to) {}

    @Override
    public synchronized void lock(PortalId portal) {
        revisions.putIfAbsent(portal, 0L);
    }

    @Override
    public synchronized long count(PortalId portal) {
        return revisions.merge(portal, 1L, Long::sum);
    }

    @Override
    public synchronized long revision(PortalId portal) {
        return revisions.getOrDefault(portal, 0L);
    }

    @Override
    public synchronized List<PortalId> portals() {
        return revisions.keySet().stream()
                .sorted(Comparator.comparing(PortalId::value))
                .toList();
    }

    private Stream<StoredThing> in(PortalId portal) {
        return kept.values().stream().filter(one -> one.portal().equals(portal)).map(Kept::thing);
    }

    @Override
    public synchronized Optional<StoredThing> find(PortalId portal, String id) {
        return in(portal).filter(thing -> thing.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<StoredThing> withKey(PortalId portal, String key) {
        return in(portal).filter(thing -> thing.key().equals(key)).findFirst();
    }

    @Override
    public synchronized Page<StoredThing> list(PortalId portal, ThingFilter filter, PageRequest page) {
        List<StoredThing> wanted = in(portal)
                .filter(thing -> thing.kind().equals(filter.kind()))
                .filter(thing -> filter.departments()
                        .map(some -> thing.department().filter(some::contains).isPresent())
                        .orElse(true))
                .filter(thing -> filter.text().map(thing.search()::contains).orElse(true))
                .filter(thing -> filter.person().isEmpty() || filter.person().equals(thing.person()))
                .filter(thing -> filter.owner().isEmpty() || filter.owner().equals(thing.owner()))
                .sorted(ORDER)
                .toList();
        Optional<StoredThing> last = page.after().map(id -> find(portal, id)
                .orElseThrow(() -> Problem.INVALID.at("after", "cursor.invalid", "is not the cursor of a page")));
        List<StoredThing> rest = wanted.stream()
                .filter(thing ->
                        last.map(before -> ORDER.compare(thing, before) > 0).orElse(true))
                .toList();
        List<StoredThing> items = rest.stream().limit(page.limit()).toList();
        return new Page<>(
                items,
                rest.size() > page.limit()
                        ? Optional.of(items.get(items.size() - 1).id())
                        : Optional.empty(),
                OptionalLong.of(wanted.size()));
    }

    @Override
    public synchronized List<StoredThing> all(PortalId portal, String after, int limit) {
        return in(portal)
                .filter(thing -> thing.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<StoredThing> pointing(PortalId portal, String to, int limit) {
        return kept.values().stream()
                .filter(one -> one.portal().equals(portal) && one.to().contains(to))
                .map(Kept::thing)
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long count(PortalId portal, String kind) {
        return in(portal).filter(thing -> thing.kind().equals(kind)).count();
    }

    @Override
    public synchronized void insert(PortalId portal, StoredThing thing, Set<String> to) {
        if (kept.containsKey(thing.id()) || withKey(portal, thing.key()).isPresent()) {
            throw new IllegalStateException("There is one with this id or key");
        }
        kept.put(thing.id(), new Kept(portal, thing, to));
    }

    @Override
    public synchronized boolean update(PortalId portal, StoredThing thing, long version, Set<String> to) {
        boolean present = find(portal, thing.id())
                .filter(before -> before.version() == version)
                .isPresent();
        if (present
                && withKey(portal, thing.key())
                        .filter(other -> !other.id().equals(thing.id()))
                        .isPresent()) {
            throw new IllegalStateException("There is one with this key");
        }
        if (present) {
            kept.put(thing.id(), new Kept(portal, thing, to));
        }
        return present;
    }

    @Override
    public synchronized void delete(PortalId portal, String id) {
        if (find(portal, id).isPresent()) {
            kept.remove(id);
        }
    }

    @Override
    public synchronized void erase(PortalId portal) {
        kept.values().removeIf(one -> one.portal().equals(portal));
        revisions.remove(portal);
    }
}
