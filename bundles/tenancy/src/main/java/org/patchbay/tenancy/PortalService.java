package org.patchbay.tenancy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.tenancy.PortalEvents.PortalChange;
import org.patchbay.tenancy.host.HostDirectory;
import org.patchbay.tenancy.host.HostName;
import org.patchbay.tenancy.host.RootHosts;
import org.patchbay.tenancy.store.PortalStore;

/** The component behind {@link Portals}. */
@Component(service = {Portals.class, PortalService.class})
public final class PortalService implements Portals {

    private static final String CHANGED = "portals-changed";

    private final PortalStore store;
    private final UnitOfWork work;
    private final Events events;
    private final Audit audit;
    private final Cluster cluster;
    private final PortalDataDirectory data;
    private final RootHosts rootHosts;
    private final PortalRules rules;
    private final HostDirectory hosts;
    private final Registration changes;
    private final Clock clock;

    @Activate
    public PortalService(
            @Reference PortalStore store,
            @Reference UnitOfWork work,
            @Reference Events events,
            @Reference Audit audit,
            @Reference Cluster cluster,
            @Reference PortalDataDirectory data,
            @Reference RootHosts rootHosts) {
        this(store, work, events, audit, cluster, data, rootHosts, Clock.systemUTC());
    }

    PortalService(
            PortalStore store,
            UnitOfWork work,
            Events events,
            Audit audit,
            Cluster cluster,
            PortalDataDirectory data,
            RootHosts rootHosts,
            Clock clock) {
        this.store = store;
        this.work = work;
        this.events = events;
        this.audit = audit;
        this.cluster = cluster;
        this.data = data;
        this.rootHosts = rootHosts;
        this.rules = new PortalRules(rootHosts);
        this.clock = clock;
        this.hosts = new HostDirectory(() -> work.call(store::all), clock);
        this.changes = cluster.subscribe(CHANGED, message -> hosts.forget());
        ensureRoot();
    }

    private void ensureRoot() {
        try {
            work.run(this::makeRoot);
        } catch (PatchbayException e) {
            // Another node that starts at the same time may have been first.
            if (e.problem() != Problem.CONFLICT || find(PortalId.ROOT).isEmpty()) {
                throw e;
            }
        }
    }

    private void makeRoot() {
        if (store.find(PortalId.ROOT).isEmpty()) {
            var draft = new PortalDraft("Patchbay", "localhost", "en", "UTC", "#2f6fed");
            store.insert(Portal.of(PortalId.ROOT, draft, Optional.empty(), now(), 1));
        }
    }

    @Deactivate
    void stop() {
        changes.close();
    }

    @Override
    public Portal create(PortalDraft draft, Caller by) {
        PortalId id = new PortalId(Ids.next(clock));
        Portal portal = Portal.of(id, rules.check(id, draft), Optional.empty(), now(), 1);
        return unlessTaken(portal, () -> {
            requireFreeHost(portal);
            store.insert(portal);
            announce(PortalEvents.CREATED, portal);
            audit.record(
                    portal.id(), by, PortalAudit.change(PortalEvents.CREATED, Optional.empty(), Optional.of(portal)));
            return portal;
        });
    }

    @Override
    public Portal update(PortalId portal, long version, PortalDraft draft, Caller by) {
        PortalDraft checked = rules.check(portal, draft);
        Portal wanted = Portal.of(portal, checked, Optional.empty(), now(), version + 1);
        return unlessTaken(wanted, () -> {
            Portal present = store.find(portal).orElseThrow(() -> unknown(portal));
            Portal changed = Portal.of(portal, checked, present.logo(), present.created(), version + 1);
            requireFreeHost(changed);
            write(present, changed, by);
            return changed;
        });
    }

    /** Names another logo, in the caller's unit of work; STALE unless the version is the present one. */
    public Portal changeLogo(PortalId portal, long version, Optional<String> logo, Caller by) {
        Portal present = store.find(portal).orElseThrow(() -> unknown(portal));
        Portal changed = Portal.of(portal, present.draft(), logo, present.created(), version + 1);
        write(present, changed, by);
        return changed;
    }

    private void write(Portal present, Portal changed, Caller by) {
        if (!store.update(changed)) {
            throw Problem.STALE.because("Portal " + changed.id() + " is at version " + present.version());
        }
        announce(PortalEvents.UPDATED, changed);
        audit.record(
                changed.id(), by, PortalAudit.change(PortalEvents.UPDATED, Optional.of(present), Optional.of(changed)));
    }

    @Override
    public void delete(PortalId portal, Caller by) {
        if (portal.isRoot()) {
            throw Problem.CONFLICT.because("portal.root", "Root's own portal stays");
        }
        work.run(() -> {
            Portal present = store.find(portal).orElseThrow(() -> unknown(portal));
            announce(PortalEvents.DELETED, present);
            data.erase(portal);
            store.delete(portal);
            // The portal's own chain has gone with it.
            audit.record(
                    PortalId.ROOT,
                    by,
                    PortalAudit.change(PortalEvents.DELETED, Optional.of(present), Optional.empty()));
        });
    }

    @Override
    public Optional<Portal> find(PortalId portal) {
        return work.call(() -> store.find(portal));
    }

    @Override
    public Optional<Portal> onHost(String host) {
        return HostName.of(host).flatMap(name -> rootHosts.contains(name) ? hosts.root() : hosts.find(name));
    }

    @Override
    public Page<Portal> list(Optional<String> text, PageRequest page) {
        return work.call(() -> store.list(text.filter(looked -> !looked.isBlank()), page));
    }

    /** Who of two takes a host at the same time, the database decides; the answer names the field all the same. */
    private Portal unlessTaken(Portal wanted, Supplier<Portal> change) {
        try {
            return work.call(change);
        } catch (PatchbayException e) {
            if (e.code().equals("store.conflict")) {
                work.run(() -> requireFreeHost(wanted));
            }
            throw e;
        }
    }

    private void requireFreeHost(Portal portal) {
        boolean taken = store.findByHost(portal.host())
                .filter(other -> !other.id().equals(portal.id()))
                .isPresent();
        if (taken) {
            throw Problem.CONFLICT.at("/host", "host.taken", "is the host of another portal");
        }
    }

    private void announce(String type, Portal portal) {
        var change = new PortalChange(portal.id().value(), portal.name(), portal.host());
        events.publish(portal.id(), type, portal.id().value(), change);
        if (!portal.id().isRoot()) {
            events.publish(PortalId.ROOT, type, portal.id().value(), change);
        }
        work.afterCommit(() -> {
            hosts.forget();
            cluster.publish(CHANGED, portal.id().value().getBytes(StandardCharsets.UTF_8));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static PatchbayException unknown(PortalId portal) {
        return Problem.NOT_FOUND.because("portal.unknown", "No portal " + portal, Map.of("portal", portal.value()));
    }
}
