package org.patchbay.extensions;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingFilter;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Things;

/** Extensions as calls ask for them, and what their people choose of them. Thread-safe. */
@Component(service = {Extensions.class, ExtensionService.class})
public final class ExtensionService implements Extensions {

    private final Books books;
    private final ThingStore store;
    private final Reach reach;
    private final Rules rules;
    private final Register register;
    private final UnitOfWork unit;
    private final BrowserPhones browsers;
    private final ServiceDesk services;
    private final Holders holders;

    @Activate
    public ExtensionService(
            @Reference Books books,
            @Reference ThingStore store,
            @Reference Reach reach,
            @Reference Rules rules,
            @Reference Register register,
            @Reference UnitOfWork unit,
            @Reference BrowserPhones browsers,
            @Reference ServiceDesk services,
            @Reference Holders holders) {
        this.books = books;
        this.store = store;
        this.reach = reach;
        this.rules = rules;
        this.register = register;
        this.unit = unit;
        this.browsers = browsers;
        this.services = services;
        this.holders = holders;
    }

    @Override
    public Optional<Extension> find(PortalId portal, String id) {
        return books.of(portal).find(Kinds.EXTENSION, id);
    }

    @Override
    public Optional<Extension> ofDevice(PortalId portal, String device) {
        var book = books.of(portal);
        return book.guest(device)
                .flatMap(extension -> book.find(Kinds.EXTENSION, extension))
                .filter(guest -> holders.mayUse(portal, guest))
                .or(() ->
                        book.find(Kinds.DEVICE, device).flatMap(found -> book.find(Kinds.EXTENSION, found.extension())))
                .or(() -> browsers.extension(portal, device));
    }

    @Override
    public List<Extension> ofPerson(PortalId portal, PersonId person) {
        return books.of(portal).extensionsOf(person.value());
    }

    @Override
    public List<Extension> list(PortalId portal) {
        return books.of(portal).extensions();
    }

    @Override
    public List<Device> devices(PortalId portal, String extension) {
        var book = books.of(portal);
        boolean mayRing = book.find(Kinds.EXTENSION, extension)
                .filter(one -> holders.mayUse(portal, one))
                .isPresent();
        if (!mayRing) {
            return List.of();
        }
        Stream<Device> own = book.devices(extension).stream().filter(device -> book.guest(device.id())
                .filter(other -> !other.equals(extension))
                .isEmpty());
        Stream<Device> guests = book.services(extension).map(PhoneServices::guestPhones).orElse(List.of()).stream()
                .flatMap(phone -> book.find(Kinds.DEVICE, phone.device()).stream())
                .filter(device -> !device.extension().equals(extension));
        return Stream.of(own, guests, browsers.devices(portal, extension).stream())
                .flatMap(Function.identity())
                .toList();
    }

    @Override
    public PhoneServices services(PortalId portal, String extension) {
        return books.of(portal).services(extension).orElseGet(() -> PhoneServices.of(extension));
    }

    @Override
    public PhoneServices serve(PortalId portal, String extension, UnaryOperator<PhoneServices> change) {
        return services.change(portal, extension, Optional.empty(), change, Optional.empty());
    }

    @Override
    public Map<PortalId, List<PhoneServices>> toWake(Instant until) {
        Map<PortalId, List<PhoneServices>> due = new HashMap<>();
        books.toWake().forEach((portal, asked) -> {
            List<PhoneServices> now = asked.stream()
                    .filter(one -> one.wakeUp()
                            .filter(at -> at <= until.getEpochSecond())
                            .isPresent())
                    .toList();
            if (!now.isEmpty()) {
                due.put(portal, now);
            }
        });
        return due;
    }

    @Override
    public Extension doNotDisturb(PortalId portal, String extension, boolean on) {
        return change(portal, extension, present -> present.doNotDisturb(on));
    }

    @Override
    public Extension forward(PortalId portal, String extension, Forwards.Case when, Optional<Destination> to) {
        return change(
                portal,
                extension,
                present -> present.forwards(present.forwards().with(when, to)));
    }

    private Extension change(PortalId portal, String id, UnaryOperator<Extension> change) {
        return unit.call(() -> {
            store.lock(portal);
            StoredThing before = store.find(portal, id)
                    .filter(stored -> stored.kind().equals(Kinds.EXTENSION.name()))
                    .orElseThrow(Reach::unknown);
            return write(portal, before, change, Optional.empty());
        });
    }

    private Extension write(PortalId portal, StoredThing before, UnaryOperator<Extension> change, Optional<Caller> by) {
        Extension present = Things.read(Kinds.EXTENSION, before);
        Extension wanted = rules.whole(portal, Kinds.EXTENSION, change.apply(present));
        if (wanted.equals(present)) {
            return present;
        }
        Extension next = wanted.version(present.version() + 1);
        rules.require(portal, Kinds.EXTENSION, next);
        register.change(portal, Kinds.EXTENSION, before, next, Optional.empty(), by);
        return next;
    }

    /** The caller's own extensions, as they are in the database. */
    public Page<Extension> own(PortalId portal, Caller by) {
        return by.personId()
                .filter(person -> by.portal().equals(portal))
                .map(person -> of(portal, person))
                .orElseGet(() -> Page.of(List.of()));
    }

    private Page<Extension> of(PortalId portal, PersonId person) {
        var filter = ThingFilter.of(Kinds.EXTENSION.name(), person.value());
        return Switchboard.read(Kinds.EXTENSION, store.list(portal, filter, PageRequest.first(PageRequest.MAX_LIMIT)));
    }

    /** Those of somebody, as far as the caller may change them. */
    public Page<Extension> ofPerson(PortalId portal, PersonId person, Caller by) {
        rules.requirePerson(portal, person);
        return Page.of(of(portal, person).items().stream()
                .filter(extension -> reach.mayChange(portal, extension, by))
                .toList());
    }

    /** An extension of one's own, or of somebody whom one manages. */
    public Extension personal(PortalId portal, String id, Caller by) {
        return Things.read(Kinds.EXTENSION, reach.requirePersonal(portal, id, by));
    }

    /** The devices of such an extension. */
    public Page<Device> devices(PortalId portal, String id, Caller by) {
        personal(portal, id, by);
        var filter = ThingFilter.belonging(Kinds.DEVICE.name(), id);
        return Switchboard.read(Kinds.DEVICE, store.list(portal, filter, PageRequest.first(PageRequest.MAX_LIMIT)));
    }

    /** Chooses what a person chooses of the own extension; STALE unless the version is the present one. */
    public Extension choose(PortalId portal, String id, long version, UnaryOperator<Extension> change, Caller by) {
        return unit.call(() -> {
            store.lock(portal);
            StoredThing before = reach.requirePersonal(portal, id, by);
            if (before.version() != version) {
                throw Register.stale();
            }
            return write(portal, before, change, Optional.of(by));
        });
    }
}
