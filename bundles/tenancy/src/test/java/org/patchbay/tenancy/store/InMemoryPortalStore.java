package org.patchbay.tenancy.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Portal;

/** Portals in a map. */
public final class InMemoryPortalStore implements PortalStore {

    private static final Comparator<NameCursor> ORDER =
            Comparator.comparing(NameCursor::sortName).thenComparing(NameCursor::id);

    private final Map<PortalId, Portal> portals = new ConcurrentHashMap<>();

    @Override
    public void insert(Portal portal) {
        requireFree(portal);
        portals.put(portal.id(), portal);
    }

    @Override
    public boolean update(Portal portal) {
        Portal present = portals.get(portal.id());
        if (present == null || present.version() != portal.version() - 1) {
            return false;
        }
        requireFree(portal);
        portals.put(portal.id(), portal);
        return true;
    }

    @Override
    public boolean delete(PortalId portal) {
        return portals.remove(portal) != null;
    }

    @Override
    public Optional<Portal> find(PortalId portal) {
        return Optional.ofNullable(portals.get(portal));
    }

    @Override
    public Optional<Portal> findByHost(String host) {
        return portals.values().stream()
                .filter(portal -> portal.host().equals(host))
                .findFirst();
    }

    @Override
    public List<Portal> all() {
        return List.copyOf(portals.values());
    }

    @Override
    public Page<Portal> list(Optional<String> text, PageRequest page) {
        String looked = NameCursor.fold(text.orElse(""));
        Optional<NameCursor> after = page.after().map(NameCursor::parse);
        List<Portal> matching = portals.values().stream()
                .filter(portal -> !portal.id().isRoot())
                .filter(portal -> NameCursor.fold(portal.name()).contains(looked)
                        || portal.host().contains(looked))
                .sorted(Comparator.comparing(NameCursor::after, ORDER))
                .toList();
        List<Portal> further = matching.stream()
                .filter(portal -> after.filter(cursor -> ORDER.compare(NameCursor.after(portal), cursor) <= 0)
                        .isEmpty())
                .toList();
        List<Portal> items = further.stream().limit(page.limit()).toList();
        Optional<String> next = further.size() > items.size()
                ? Optional.of(NameCursor.after(items.get(items.size() - 1)).text())
                : Optional.empty();
        return new Page<>(items, next, OptionalLong.of(matching.size()));
    }

    private void requireFree(Portal portal) {
        boolean taken = findByHost(portal.host())
                .filter(other -> !other.id().equals(portal.id()))
                .isPresent();
        if (taken) {
            throw Problem.CONFLICT.because("store.conflict", "This is there already, or in use");
        }
    }
}
