package org.patchbay.extensions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingFilter;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Things;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/**
 * Gives and erases what is kept of a portal and of a person. The extension of somebody who goes stays as nobody's, since calls
 * may be led to it; the devices, the name and the forwards go.
 */
@Component
public final class ExtensionData implements PortalData, PersonData, EventSubscriber {

    private static final int AT_ONCE = 500;

    private final ThingStore store;
    private final Books books;
    private final Register register;
    private final UnitOfWork unit;

    @Activate
    public ExtensionData(
            @Reference ThingStore store,
            @Reference Books books,
            @Reference Register register,
            @Reference UnitOfWork unit) {
        this.store = store;
        this.books = books;
        this.register = register;
        this.unit = unit;
    }

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        List<StoredThing> page = List.of();
        do {
            String last = page.isEmpty() ? "" : page.get(page.size() - 1).id();
            page = store.all(portal, last, AT_ONCE);
            page.forEach(thing -> put(thing, out));
        } while (page.size() == AT_ONCE);
    }

    private static void put(StoredThing thing, DataSink out) {
        out.put(thing.kind(), Things.read(thing));
        if (thing.sealed().isPresent()) {
            out.put("password", Map.of("of", thing.id(), "password", "set"));
        }
    }

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
        unit.afterCommit(() -> books.forget(portal));
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        for (StoredThing extension : of(portal, person)) {
            put(extension, out);
            devices(portal, extension.id()).forEach(device -> put(device, out));
            belonging(portal, Kinds.SERVICES, extension.id()).forEach(services -> put(services, out));
        }
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        for (StoredThing stored : of(portal, person)) {
            devices(portal, stored.id()).forEach(device -> register.remove(portal, device, Optional.empty()));
            belonging(portal, Kinds.SERVICES, stored.id())
                    .forEach(services -> register.remove(portal, services, Optional.empty()));
            Extension extension = Things.read(Kinds.EXTENSION, stored);
            Extension nobodys = extension
                    .of(Optional.empty(), extension.number())
                    .forwards(Forwards.NONE)
                    .doNotDisturb(false)
                    .version(extension.version() + 1);
            register.change(portal, Kinds.EXTENSION, stored, nobodys, Optional.empty(), Optional.empty());
        }
    }

    private List<StoredThing> of(PortalId portal, PersonId person) {
        return all(portal, ThingFilter.of(Kinds.EXTENSION.name(), person.value()));
    }

    private List<StoredThing> devices(PortalId portal, String extension) {
        return belonging(portal, Kinds.DEVICE, extension);
    }

    private List<StoredThing> belonging(PortalId portal, Kind<?> kind, String extension) {
        return all(portal, ThingFilter.belonging(kind.name(), extension));
    }

    private List<StoredThing> all(PortalId portal, ThingFilter filter) {
        List<StoredThing> found = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            var page = store.list(portal, filter, new PageRequest(AT_ONCE, after));
            found.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return found;
    }

    @Override
    public void on(Event event) {
        switch (event.type()) {
            case "person.deleted" -> unit.run(() -> erase(event.portal(), new PersonId(event.subject())));
            // Its host may be another one, which is part of what devices sign in with.
            case "portal.updated" -> books.tell(event.portal());
            default -> {}
        }
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals("person.deleted") || type.equals("portal.updated");
    }

    @Override
    public boolean durable() {
        return true;
    }
}
