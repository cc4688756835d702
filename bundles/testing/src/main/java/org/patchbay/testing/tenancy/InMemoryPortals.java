package org.patchbay.testing.tenancy;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.testing.identity.Callers;

/** Portals in a map, root's among them; drafts are taken as they are. Links have no port. Thread-safe. */
public final class InMemoryPortals implements Portals, PortalLinks {

    private final Map<PortalId, Portal> portals = new ConcurrentHashMap<>();

    public InMemoryPortals() {
        put(PortalId.ROOT, new PortalDraft("Patchbay", "localhost", "en", "UTC", "#2f6fed"), 1);
    }

    /** A portal of this name on {@code name.localhost}. */
    public Portal named(String name) {
        return create(draft(name), Callers.nobody(PortalId.ROOT));
    }

    /** The same portal changed; its version grows. */
    public Portal change(PortalId portal, UnaryOperator<PortalDraft> change) {
        Portal present = require(portal);
        return put(portal, change.apply(present.draft()), present.version() + 1);
    }

    private static PortalDraft draft(String name) {
        return new PortalDraft(name, name.toLowerCase(Locale.ROOT) + ".localhost", "en", "Europe/Berlin", "#2f6fed");
    }

    @Override
    public Portal create(PortalDraft draft, Caller by) {
        requireFree(draft.host(), Optional.empty());
        return put(new PortalId(Ids.next()), draft, 1);
    }

    @Override
    public Portal update(PortalId portal, long version, PortalDraft draft, Caller by) {
        Portal present = require(portal);
        requireFree(draft.host(), Optional.of(portal));
        if (present.version() != version) {
            throw Problem.STALE.because("Portal " + portal + " is at version " + present.version());
        }
        return put(portal, draft, version + 1);
    }

    @Override
    public void delete(PortalId portal, Caller by) {
        if (portal.isRoot()) {
            throw Problem.CONFLICT.because("portal.root", "Root's own portal stays");
        }
        portals.remove(require(portal).id());
    }

    @Override
    public Optional<Portal> find(PortalId portal) {
        return Optional.ofNullable(portals.get(portal));
    }

    @Override
    public Optional<Portal> onHost(String host) {
        return portals.values().stream()
                .filter(portal -> portal.host().equalsIgnoreCase(host))
                .findFirst();
    }

    /** The cursor is the number of portals before the page. */
    @Override
    public Page<Portal> list(Optional<String> text, PageRequest page) {
        String looked = text.orElse("").toLowerCase(Locale.ROOT);
        List<Portal> all = portals.values().stream()
                .filter(portal -> !portal.id().isRoot())
                .filter(portal -> (portal.name() + '\n' + portal.host())
                        .toLowerCase(Locale.ROOT)
                        .contains(looked))
                .sorted(Comparator.comparing(Portal::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        int from = page.after().map(Integer::parseInt).orElse(0);
        int to = Math.min(all.size(), from + page.limit());
        return new Page<>(
                IntStream.range(from, to).mapToObj(all::get).toList(),
                to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty(),
                OptionalLong.of(all.size()));
    }

    @Override
    public URI link(PortalId portal, String path) {
        return URI.create("http://" + require(portal).host() + path);
    }

    private Portal require(PortalId portal) {
        return find(portal).orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }

    private void requireFree(String host, Optional<PortalId> butFor) {
        if (onHost(host)
                .filter(other -> !butFor.equals(Optional.of(other.id())))
                .isPresent()) {
            throw Problem.CONFLICT.at("/host", "host.taken", "is the host of another portal");
        }
    }

    private Portal put(PortalId id, PortalDraft draft, long version) {
        var portal = Portal.of(id, draft, Optional.empty(), Instant.parse("2026-01-01T00:00:00Z"), version);
        portals.put(id, portal);
        return portal;
    }
}
