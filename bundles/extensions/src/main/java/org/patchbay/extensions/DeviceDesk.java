package org.patchbay.extensions;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.extensions.number.Numbers;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingFilter;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Things;

/** Gives out devices with their passwords, which are shown once. Thread-safe. */
@Component(service = DeviceDesk.class)
public final class DeviceDesk {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Letters and digits that are not taken for others when they are typed. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int PASSWORD_LENGTH = 24;
    private static final int SUFFIX_LENGTH = 5;
    private static final int FIRST_NUMBER = 100;
    private static final int LAST_NUMBER = 99_999_999;
    private static final int RING_SECONDS = 25;

    private final Switchboard switchboard;
    private final Reach reach;
    private final Rules rules;
    private final Register register;
    private final SettingsReader settings;
    private final ThingStore store;
    private final People people;
    private final Portals portals;
    private final UnitOfWork unit;

    @Activate
    public DeviceDesk(
            @Reference Switchboard switchboard,
            @Reference Reach reach,
            @Reference Rules rules,
            @Reference Register register,
            @Reference SettingsReader settings,
            @Reference ThingStore store,
            @Reference People people,
            @Reference Portals portals,
            @Reference UnitOfWork unit) {
        this.switchboard = switchboard;
        this.reach = reach;
        this.rules = rules;
        this.register = register;
        this.settings = settings;
        this.store = store;
        this.people = people;
        this.portals = portals;
        this.unit = unit;
    }

    /**
     * A device with what it signs in with.
     *
     * @param password shown this once
     * @param domain the portal's host
     */
    public record Handed(Extension extension, Device device, String password, String domain) {

        @Override
        public String toString() {
            return "Handed[" + device + "]";
        }
    }

    /**
     * Gives an extension another device.
     *
     * @param user the name it signs in with; empty for one made of the extension's number
     */
    public Handed create(
            PortalId portal,
            String extension,
            String name,
            Optional<String> user,
            int mostContacts,
            List<String> networks,
            Caller by) {
        Extension of = switchboard.find(portal, Kinds.EXTENSION, extension, by);
        String password = password();
        Device device = switchboard.create(
                portal,
                Kinds.DEVICE,
                id -> new Device(
                        id, extension, name, user.orElseGet(() -> user(of.number())), mostContacts, networks, 1),
                Optional.of(password),
                by);
        return handed(portal, of, device, password);
    }

    /** Another password, so that what signed in with the one before does so no more. */
    public Handed renew(PortalId portal, String id, Caller by) {
        return unit.call(() -> {
            StoredThing before = store.find(portal, id)
                    .filter(stored -> stored.kind().equals(Kinds.DEVICE.name()))
                    .orElseThrow(Reach::unknown);
            Device device = Things.read(Kinds.DEVICE, before);
            Extension of = Things.read(Kinds.EXTENSION, reach.requirePersonal(portal, device.extension(), by));
            Device renewed = new Device(
                    id,
                    device.extension(),
                    device.name(),
                    device.user(),
                    device.mostContacts(),
                    device.networks(),
                    device.version() + 1);
            String password = password();
            register.change(portal, Kinds.DEVICE, before, renewed, Optional.of(password), Optional.of(by));
            return handed(portal, of, renewed, password);
        });
    }

    /**
     * The device of this name of an extension that the caller may change; made if it is not there. The password is empty for one
     * that was.
     */
    Handed personal(PortalId portal, String extension, String name, Caller by) {
        return unit.call(() -> {
            store.lock(portal);
            Extension of = Things.read(Kinds.EXTENSION, reach.requirePersonal(portal, extension, by));
            var belonging = ThingFilter.belonging(Kinds.DEVICE.name(), extension);
            Optional<Device> present = Switchboard.read(
                            Kinds.DEVICE, store.list(portal, belonging, PageRequest.first(PageRequest.MAX_LIMIT)))
                    .items()
                    .stream()
                    .filter(device -> device.name().equals(name))
                    .findFirst();
            if (present.isPresent()) {
                return handed(portal, of, present.get(), "");
            }
            String password = password();
            var device = new Device(Ids.next(), extension, name, user(of.number()), 2, List.of(), 1);
            rules.requireRoom(portal, Kinds.DEVICE, device);
            rules.require(portal, Kinds.DEVICE, device);
            register.add(portal, Kinds.DEVICE, device, Optional.of(password), Optional.of(by));
            return handed(portal, of, device, password);
        });
    }

    /**
     * Gives a person an extension with a device: the next number that is free, in the person's main department.
     *
     * @param number another number
     */
    public Handed equip(PortalId portal, PersonId id, Optional<String> number, String device, Caller by) {
        Person person = people.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("person.unknown", "There is no such person"));
        DepartmentId department = person.memberships().stream()
                .findFirst()
                .map(membership -> membership.department())
                .orElseGet(() -> DepartmentId.defaultOf(portal));
        return unit.call(() -> {
            store.lock(portal);
            String free = number.orElseGet(() -> freeNumber(portal));
            Extension extension = switchboard.create(
                    portal,
                    Kinds.EXTENSION,
                    extensionId -> new Extension(
                            extensionId,
                            free,
                            person.name(),
                            Optional.of(id),
                            department,
                            RING_SECONDS,
                            2,
                            Optional.empty(),
                            true,
                            false,
                            Forwards.NONE,
                            RecordingRule.NEVER,
                            false,
                            1),
                    Optional.empty(),
                    by);
            String password = password();
            Device made = switchboard.create(
                    portal,
                    Kinds.DEVICE,
                    deviceId -> new Device(deviceId, extension.id(), device, user(free), 2, List.of(), 1),
                    Optional.of(password),
                    by);
            return handed(portal, extension, made, password);
        });
    }

    /** The lowest number from 100 on that nothing has. */
    public String freeNumber(PortalId portal) {
        var present = settings.of(portal);
        var numbers = new Numbers(present.country(), present.areaCode());
        return IntStream.rangeClosed(FIRST_NUMBER, LAST_NUMBER)
                .mapToObj(String::valueOf)
                .filter(number -> !present.parkingPlaces().contains(number))
                .filter(number -> !numbers.isEmergency(number))
                .filter(number -> store.withKey(portal, Kinds.internal(number)).isEmpty())
                .findFirst()
                .orElseThrow(() -> Problem.CONFLICT.because("telephone.no-number", "Every number is taken"));
    }

    private Handed handed(PortalId portal, Extension extension, Device device, String password) {
        return new Handed(
                extension,
                device,
                password,
                portals.find(portal).map(Portal::host).orElse(""));
    }

    private static String user(String number) {
        return number + '-' + random(SUFFIX_LENGTH).toLowerCase(Locale.ROOT);
    }

    private static String password() {
        return random(PASSWORD_LENGTH);
    }

    private static String random(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .mapToObj(index -> String.valueOf(LETTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
