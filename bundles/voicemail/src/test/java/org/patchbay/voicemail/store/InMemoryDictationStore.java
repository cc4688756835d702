package org.patchbay.voicemail.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Dictation;

/** Dictations in memory. */
public final class InMemoryDictationStore implements DictationStore {

    private record Key(PortalId portal, String id) {}

    private final Map<Key, Dictation> all = new ConcurrentHashMap<>();

    @Override
    public void add(PortalId portal, Dictation dictation) {
        all.put(new Key(portal, dictation.id()), dictation);
    }

    private Stream<Dictation> of(PortalId portal) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .map(Map.Entry::getValue);
    }

    private Stream<Dictation> of(PortalId portal, String extension) {
        return of(portal).filter(one -> one.extension().equals(extension));
    }

    @Override
    public Optional<Dictation> find(PortalId portal, String extension, String id) {
        return of(portal, extension).filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public Page<Dictation> list(PortalId portal, String extension, PageRequest page) {
        List<Dictation> found = of(portal, extension)
                .filter(one -> one.id().compareTo(page.after().orElse("g")) < 0)
                .sorted(Comparator.comparing(Dictation::id).reversed())
                .limit(page.limit() + 1L)
                .toList();
        boolean more = found.size() > page.limit();
        List<Dictation> items = more ? found.subList(0, page.limit()) : found;
        return new Page<>(
                items, more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty(), OptionalLong.empty());
    }

    @Override
    public long count(PortalId portal, String extension) {
        return of(portal, extension).count();
    }

    @Override
    public long bytes(PortalId portal) {
        return of(portal).mapToLong(Dictation::bytes).sum();
    }

    @Override
    public boolean rename(PortalId portal, String extension, String id, String name) {
        Optional<Dictation> found = find(portal, extension, id);
        found.ifPresent(one -> add(portal, one.named(name)));
        return found.isPresent();
    }

    @Override
    public boolean delete(PortalId portal, String extension, String id) {
        return find(portal, extension, id).isPresent() && all.remove(new Key(portal, id)) != null;
    }

    @Override
    public List<Dictation> before(PortalId portal, Instant moment, int most) {
        return of(portal)
                .filter(one -> one.recorded().isBefore(moment))
                .sorted(Comparator.comparing(Dictation::recorded))
                .limit(most)
                .toList();
    }

    @Override
    public void erase(PortalId portal, String extension) {
        all.entrySet()
                .removeIf(entry -> entry.getKey().portal().equals(portal)
                        && entry.getValue().extension().equals(extension));
    }

    @Override
    public void erase(PortalId portal) {
        all.keySet().removeIf(key -> key.portal().equals(portal));
    }
}
