package org.patchbay.contacts;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.identity.Caller;
import org.patchbay.contacts.phone.NumberBook;
import org.patchbay.contacts.phone.ZoneRegions;
import org.patchbay.contacts.store.ContactStore;
import org.patchbay.contacts.store.InMemoryContactStore;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.secrets.InMemoryPersonalSecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** The slice put together by hand, with a store in memory, two portals and their people. */
public final class World {

    public final InMemoryPortals portals = new InMemoryPortals();
    public final PortalId acme = portals.named("Acme").id();
    public final PortalId bolt = portals.named("Bolt").id();
    public final Caller administrator = Callers.administrator(acme);
    public final Caller user = Callers.user(acme);
    public final Caller other = Callers.user(acme);
    public final Caller stranger = Callers.administrator(bolt);

    public final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    public final InMemoryEvents events = new InMemoryEvents(work, new ContactEvents());
    public final InMemoryAudit audit = new InMemoryAudit();
    public final InMemoryPersonalSecrets secrets = new InMemoryPersonalSecrets();
    public final ContactStore store = new InMemoryContactStore();
    public final ZoneRegions regions = new ZoneRegions(portals);
    public final ContactsConfig config = new SmallConfig();
    public final BookKeeper books = new BookKeeper(new RoleAccess(portals), store, config);
    public final ContactPress press = new ContactPress(store, regions);
    public final Cluster cluster = new InMemoryCluster().node("one");
    public final NumberBook numbers = new NumberBook(store, work, cluster);
    public final ContactService contacts =
            new ContactService(store, books, press, regions, events, audit, secrets, work, numbers);

    /** A draft with a name alone. */
    public static ContactDraft draft(Visibility visibility, String name, String... groups) {
        return new ContactDraft(
                visibility,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                groups.length == 0 ? Optional.empty() : Optional.of(List.of(groups)));
    }

    /** A draft with everything. */
    public static ContactDraft full(Visibility visibility, String name) {
        return new ContactDraft(
                visibility,
                name,
                Optional.of("Bolt GmbH"),
                Optional.of("grace@bolt.example"),
                Optional.of("030 90 18 20"),
                Optional.of("+49 171 123 45 67"),
                Optional.of("204"),
                Optional.of("es"),
                Optional.of("Calls back after five"),
                Optional.of(List.of("Board")));
    }

    private record SmallConfig() implements ContactsConfig {
        @Override
        public int privateContacts() {
            return 3;
        }

        @Override
        public int publicContacts() {
            return 1001;
        }

        @Override
        public int importKiB() {
            return 64;
        }

        @Override
        public int importContacts() {
            return 50;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return ContactsConfig.class;
        }
    }
}
