package org.patchbay.extensions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.GuestPhone;
import org.patchbay.api.extensions.HotDesks;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.book.PortalBook;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Things;

/** Phones at which people sign in with their own number. Kept with the services of their extensions. Thread-safe. */
@Component(
        service = {HotDesks.class, HotDeskService.class},
        immediate = true)
public final class HotDeskService implements HotDesks {

    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final int MOST_USERS = 10;

    private final Books books;
    private final ThingStore store;
    private final Reach reach;
    private final ServiceDesk services;
    private final SettingsReader settings;
    private final UnitOfWork unit;
    private final Clock clock = Clock.systemUTC();
    private final Task task;

    @Activate
    public HotDeskService(
            @Reference Books books,
            @Reference ThingStore store,
            @Reference Reach reach,
            @Reference ServiceDesk services,
            @Reference SettingsReader settings,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.books = books;
        this.store = store;
        this.reach = reach;
        this.services = services;
        this.settings = settings;
        this.unit = unit;
        this.task = cluster.task("hot-desks", ROUND, () -> endDue(clock.instant()));
    }

    @Deactivate
    public void close() {
        task.close();
    }

    @Override
    public boolean isPhone(PortalId portal, String device) {
        return books.of(portal).find(Kinds.DEVICE, device).isPresent();
    }

    @Override
    public Optional<Extension> at(PortalId portal, String device) {
        PortalBook book = books.of(portal);
        return book.guest(device).flatMap(id -> book.find(Kinds.EXTENSION, id));
    }

    @Override
    public void signIn(PortalId portal, String device, String extension) {
        signIn(portal, device, extension, Optional.empty());
    }

    /** Lets an extension use a phone that the caller sets up. */
    public void signIn(PortalId portal, String extension, String device, Caller by) {
        reach.requirePersonal(portal, extension, by);
        reach.require(portal, Kinds.DEVICE, device, by);
        signIn(portal, device, extension, Optional.of(by));
    }

    private void signIn(PortalId portal, String device, String extension, Optional<Caller> by) {
        unit.run(() -> {
            store.lock(portal);
            Device phone = store.find(portal, device)
                    .filter(stored -> stored.kind().equals(Kinds.DEVICE.name()))
                    .map(stored -> Things.read(Kinds.DEVICE, stored))
                    .orElseThrow(Reach::unknown);
            if (store.find(portal, extension)
                    .filter(stored -> stored.kind().equals(Kinds.EXTENSION.name()))
                    .isEmpty()) {
                throw Reach.unknown();
            }
            users(portal, device).stream()
                    .filter(user -> !user.extension().equals(extension))
                    .forEach(user -> leave(portal, user, device, by));
            List<GuestPhone> used = phone.extension().equals(extension)
                    ? List.of()
                    : List.of(new GuestPhone(device, clock.instant().getEpochSecond(), end(portal)));
            services.change(portal, extension, Optional.empty(), present -> present.guestPhones(used), by);
        });
    }

    /** When the portal lets nobody stay signed in any more, next. */
    private Optional<Long> end(PortalId portal) {
        return settings.of(portal).hotDeskEnds().map(LocalTime::parse).map(time -> {
            ZonedDateTime now = clock.instant().atZone(settings.zone(portal));
            ZonedDateTime today = now.with(time);
            return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toEpochSecond();
        });
    }

    @Override
    public boolean signOut(PortalId portal, String device) {
        return end(portal, device, Optional.empty());
    }

    private boolean end(PortalId portal, String device, Optional<Caller> by) {
        return unit.call(() -> {
            store.lock(portal);
            List<PhoneServices> users = users(portal, device);
            users.forEach(user -> leave(portal, user, device, by));
            return !users.isEmpty();
        });
    }

    /** What the extensions chose that a phone is used as. */
    private List<PhoneServices> users(PortalId portal, String device) {
        return store.pointing(portal, device, MOST_USERS).stream()
                .filter(stored -> stored.kind().equals(Kinds.SERVICES.name()))
                .map(stored -> Things.read(Kinds.SERVICES, stored))
                .toList();
    }

    private void leave(PortalId portal, PhoneServices user, String device, Optional<Caller> by) {
        services.change(portal, user.extension(), Optional.empty(), present -> present.leaves(device), by);
    }

    /**
     * A phone at which somebody signed in.
     *
     * @param phone what its owner calls it
     * @param number of the extension that it belongs to
     * @param usedAs the number of the extension as which it is used
     * @param usedBy the name of that
     */
    public record HotDesk(
            String device,
            String phone,
            String number,
            String usedAs,
            String usedBy,
            Instant since,
            Optional<Instant> until) {}

    /** The phones of an extension at which others signed in, then those of others at which this one did. */
    public List<HotDesk> list(PortalId portal, String id, Caller by) {
        reach.requirePersonal(portal, id, by);
        PortalBook book = books.of(portal);
        List<HotDesk> found = new ArrayList<>();
        Stream<String> lent = book.devices(id).stream()
                .flatMap(device -> book.guest(device.id()).stream())
                .filter(extension -> !extension.equals(id));
        Stream.concat(lent.distinct(), Stream.of(id)).forEach(user -> book.services(user)
                .map(PhoneServices::guestPhones)
                .orElse(List.of())
                .forEach(phone -> desk(book, user, phone)
                        .filter(one -> user.equals(id) || isOf(book, phone, id))
                        .ifPresent(found::add)));
        return found;
    }

    private static boolean isOf(PortalBook book, GuestPhone phone, String extension) {
        return book.find(Kinds.DEVICE, phone.device())
                .filter(device -> device.extension().equals(extension))
                .isPresent();
    }

    private static Optional<HotDesk> desk(PortalBook book, String user, GuestPhone phone) {
        return book.find(Kinds.DEVICE, phone.device()).flatMap(device -> book.find(Kinds.EXTENSION, device.extension())
                .flatMap(owner -> book.find(Kinds.EXTENSION, user)
                        .map(guest -> new HotDesk(
                                device.id(),
                                device.name(),
                                owner.number(),
                                guest.number(),
                                guest.name(),
                                Instant.ofEpochSecond(phone.since()),
                                phone.until().map(Instant::ofEpochSecond)))));
    }

    /** Ends the use of a phone of that extension by others, or of a phone of others as that extension. */
    public void end(PortalId portal, String id, String device, Caller by) {
        boolean there =
                list(portal, id, by).stream().anyMatch(one -> one.device().equals(device));
        if (!there || !end(portal, device, Optional.of(by))) {
            throw Reach.unknown();
        }
    }

    /** Ends what is to end by itself. */
    void endDue(Instant now) {
        books.guests().forEach((portal, all) -> all.stream()
                .flatMap(user -> user.guestPhones().stream())
                .filter(phone ->
                        phone.until().filter(end -> end <= now.getEpochSecond()).isPresent())
                .forEach(phone -> signOut(portal, phone.device())));
    }
}
