package org.patchbay.extensions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.book.Change;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingFilter;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.AuditFields;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Pointer;
import org.patchbay.extensions.thing.Things;

/**
 * Writes changes down: the thing, its event, its entry in the audit and, once that is committed, the book in memory. Called in
 * a unit of work that has locked the portal. Thread-safe.
 */
@Component(service = Register.class)
public final class Register {

    private static final int ID_LENGTH = 36;
    private static final int MOST_DEVICES = 500;

    private final ThingStore store;
    private final Books books;
    private final Events events;
    private final Audit audit;
    private final Secrets secrets;
    private final UnitOfWork unit;
    private final HotDeskNews desks;

    @Activate
    public Register(
            @Reference ThingStore store,
            @Reference Books books,
            @Reference Events events,
            @Reference Audit audit,
            @Reference Secrets secrets,
            @Reference UnitOfWork unit) {
        this.store = store;
        this.books = books;
        this.events = events;
        this.audit = audit;
        this.secrets = secrets;
        this.unit = unit;
        this.desks = new HotDeskNews(events);
    }

    /** The name under which a thing's secret is sealed. */
    static String field(String id) {
        return "extensions/" + id;
    }

    /** Keeps a new thing. */
    <T extends Record> void add(PortalId portal, Kind<T> kind, T thing, Optional<String> secret, Optional<Caller> by) {
        long revision = store.count(portal);
        String id = kind.id().apply(thing);
        StoredThing stored = Things.store(kind, thing, secret.map(plain -> secrets.seal(portal, field(id), plain)));
        store.insert(portal, stored, targets(kind, thing));
        Map<String, String> fields = fields(portal, thing);
        secret.ifPresent(plain -> fields.put("password", "set"));
        tell(portal, kind.concept() + ".created", stored, Map.of(), fields, by);
        desks.tell(portal, PhoneServices.of(""), thing, owner(portal, stored));
        commit(portal, new Change(revision, List.of(stored), List.of()));
    }

    /** Keeps a thing in place of the one before; STALE if that is another one by now. */
    <T extends Record> void change(
            PortalId portal, Kind<T> kind, StoredThing before, T thing, Optional<String> secret, Optional<Caller> by) {
        long revision = store.count(portal);
        Optional<String> sealed = secret.map(plain -> secrets.seal(portal, field(before.id()), plain))
                .or(before::sealed);
        StoredThing stored = Things.store(kind, thing, sealed);
        if (!store.update(portal, stored, before.version(), targets(kind, thing))) {
            throw stale();
        }
        Map<String, String> fields = fields(portal, thing);
        secret.ifPresent(plain -> fields.put("password", "changed"));
        if (thing instanceof ConferenceRoom room && hasOtherPin(Things.read(Kinds.CONFERENCE, before), room)) {
            fields.put("pin", "changed");
        }
        tell(portal, kind.concept() + ".updated", stored, fields(portal, Things.read(before)), fields, by);
        desks.tell(portal, Things.read(before), thing, owner(portal, stored));
        commit(portal, new Change(revision, List.of(stored), List.of()));
    }

    private static boolean hasOtherPin(ConferenceRoom before, ConferenceRoom after) {
        return before.pin().isPresent()
                && after.pin().isPresent()
                && !before.pin().equals(after.pin());
    }

    /** Forgets a thing with all that belongs to it. */
    void remove(PortalId portal, StoredThing thing, Optional<Caller> by) {
        if (thing.kind().equals(Kinds.EXTENSION.name())) {
            for (Kind<?> kind : List.of(Kinds.DEVICE, Kinds.SERVICES)) {
                var belonging = ThingFilter.belonging(kind.name(), thing.id());
                store.list(portal, belonging, PageRequest.first(MOST_DEVICES))
                        .items()
                        .forEach(one -> remove(portal, one, by));
            }
        }
        if (thing.kind().equals(Kinds.DEVICE.name())) {
            store.pointing(portal, thing.id(), MOST_DEVICES).stream()
                    .filter(one -> one.kind().equals(Kinds.SERVICES.name()))
                    .forEach(user -> leave(portal, user, thing.id(), by));
        }
        long revision = store.count(portal);
        store.delete(portal, thing.id());
        desks.tell(portal, Things.read(thing), PhoneServices.of(""), owner(portal, thing));
        String action = Kinds.named(thing.kind()).concept() + ".deleted";
        tell(portal, action, thing, fields(portal, Things.read(thing)), Map.of(), by);
        commit(portal, new Change(revision, List.of(), List.of(thing.id())));
    }

    /** Whoever signed in at a phone that goes is there no more. */
    private void leave(PortalId portal, StoredThing user, String device, Optional<Caller> by) {
        PhoneServices present = Things.read(Kinds.SERVICES, user);
        change(
                portal,
                Kinds.SERVICES,
                user,
                present.leaves(device).kept(present.id(), present.version() + 1),
                Optional.empty(),
                by);
    }

    /** Keeps the portal's settings. */
    void settings(PortalId portal, Optional<StoredThing> before, CallSettings settings, CallSettings old, Caller by) {
        long revision = store.count(portal);
        StoredThing stored = Things.store(portal.value(), settings);
        if (before.isEmpty()) {
            store.insert(portal, stored, Set.of());
        } else if (!store.update(portal, stored, before.get().version(), Set.of())) {
            throw stale();
        }
        tell(
                portal,
                ExtensionEvents.SETTINGS_UPDATED,
                stored,
                AuditFields.of(old, UnaryOperator.identity()),
                AuditFields.of(settings, UnaryOperator.identity()),
                Optional.of(by));
        commit(portal, new Change(revision, List.of(stored), List.of()));
    }

    static RuntimeException stale() {
        return Problem.STALE.because("Somebody else changed this in the meantime");
    }

    private static <T extends Record> Set<String> targets(Kind<T> kind, T thing) {
        return kind.pointers().apply(thing).stream().map(Pointer::id).collect(Collectors.toSet());
    }

    private Map<String, String> fields(PortalId portal, Record thing) {
        return new TreeMap<>(AuditFields.of(thing, text -> label(portal, text)));
    }

    /** By what people know the thing of an id; the text itself if it is none. */
    private String label(PortalId portal, String id) {
        if (id.length() != ID_LENGTH) {
            return id;
        }
        // The settings have the portal's id, as the department "Default" has.
        return store.find(portal, id)
                .filter(stored -> !stored.kind().equals(Kinds.SETTINGS))
                .map(stored -> label(portal, stored))
                .orElse(id);
    }

    /** By what people know a thing; what was chosen for an extension by the extension. */
    String label(PortalId portal, StoredThing stored) {
        return stored.kind().equals(Kinds.SERVICES.name())
                ? label(portal, stored.owner().orElse(""))
                : label(stored);
    }

    private String label(StoredThing stored) {
        return labelled(Kinds.named(stored.kind()), stored);
    }

    private static <T extends Record> String labelled(Kind<T> kind, StoredThing stored) {
        return kind.label().apply(Things.read(kind, stored));
    }

    private void tell(
            PortalId portal,
            String action,
            StoredThing thing,
            Map<String, String> before,
            Map<String, String> after,
            Optional<Caller> by) {
        var draft = new AuditDraft(action, thing.kind(), thing.id(), before, after);
        AuditDraft sealed = owner(portal, thing)
                .map(person -> draft.personal(new PersonId(person), "name", "followMe", "secretary", "assistant"))
                .orElse(draft);
        by.ifPresentOrElse(caller -> audit.record(portal, caller, sealed), () -> audit.record(portal, sealed));
        Optional<String> number = Optional.of(thing.key())
                .filter(key -> key.startsWith("n:") || key.startsWith("i:"))
                .map(key -> key.substring(2));
        events.publish(
                portal,
                action,
                thing.id(),
                new ExtensionEvents.ThingChange(thing.id(), thing.kind(), number, owner(portal, thing)));
    }

    /** Whose a thing is, or whose extension it was chosen for. */
    private Optional<String> owner(PortalId portal, StoredThing thing) {
        return thing.kind().equals(Kinds.SERVICES.name())
                ? thing.owner().flatMap(id -> store.find(portal, id)).flatMap(StoredThing::person)
                : thing.person();
    }

    private void commit(PortalId portal, Change change) {
        unit.afterCommit(() -> books.changed(portal, change));
    }
}
