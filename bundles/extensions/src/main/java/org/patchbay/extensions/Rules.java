package org.patchbay.extensions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.PersonId;
import org.patchbay.extensions.number.Numbers;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingFilter;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.extensions.thing.Pointer;
import org.patchbay.extensions.thing.WholeNumbers;

/** What must be true of a thing among the others of its portal. Called with the portal locked. Thread-safe. */
@Component(service = Rules.class, configurationPid = "org.patchbay.extensions")
@Designate(ocd = ExtensionsConfig.class)
public final class Rules {

    private static final int NAMED = 5;

    private final ThingStore store;
    private final SettingsReader settings;
    private final People people;
    private final Departments departments;
    private final AnnouncementsDirectory announcements;
    private final ExtensionsConfig config;

    @Activate
    public Rules(
            @Reference ThingStore store,
            @Reference SettingsReader settings,
            @Reference People people,
            @Reference Departments departments,
            @Reference AnnouncementsDirectory announcements,
            ExtensionsConfig config) {
        this.store = store;
        this.settings = settings;
        this.people = people;
        this.departments = departments;
        this.announcements = announcements;
        this.config = config;
    }

    /** The thing with whole numbers, however they are written in the portal's country. */
    <T extends Record> T whole(PortalId portal, Kind<T> kind, T thing) {
        CallSettings present = settings.of(portal);
        var numbers = new WholeNumbers(new Numbers(present.country(), present.areaCode()));
        return kind.type().cast(numbers.of(thing));
    }

    /** Refuses a thing that does not fit among the others. */
    <T extends Record> void require(PortalId portal, Kind<T> kind, T thing) {
        String id = kind.id().apply(thing);
        requireKey(portal, kind.key().apply(thing), id);
        kind.department().apply(thing).ifPresent(department -> requireDepartment(portal, "/department", department));
        for (Pointer pointer : kind.pointers().apply(thing)) {
            requireTarget(portal, pointer, id);
        }
        if (thing instanceof Extension extension) {
            requireSound(portal, extension);
        } else if (thing instanceof Device device) {
            requireTarget(portal, new Pointer("/extension", Kinds.EXTENSION.name(), device.extension()), id);
        } else if (thing instanceof PhoneServices services) {
            new ServiceRules(store, settings).require(portal, services);
        } else if (thing instanceof VoiceMenu menu) {
            announcements.require(portal, "/prompt", menu.prompt());
        } else if (thing instanceof CallQueue queue) {
            queue.greeting().ifPresent(name -> announcements.require(portal, "/greeting", name));
        } else if (thing instanceof OutboundRule rule) {
            rule.departments().forEach(department -> requireDepartment(portal, "/departments", department));
        }
    }

    /** Refuses one more of a kind than may be. */
    <T extends Record> void requireRoom(PortalId portal, Kind<T> kind, T thing) {
        if (store.count(portal, kind.name()) >= config.mostOfAKind()) {
            throw Problem.LIMITED.because(
                    "telephone.too-many", "There are too many of these", Map.of("most", config.mostOfAKind()));
        }
        if (thing instanceof Device device) {
            var mine = ThingFilter.belonging(kind.name(), device.extension());
            var page = store.list(portal, mine, PageRequest.first(1));
            if (page.total().orElse(0) >= config.devicesPerExtension()) {
                throw Problem.LIMITED.because(
                        "device.too-many",
                        "The extension has as many devices as it may",
                        Map.of("most", config.devicesPerExtension()));
            }
        }
    }

    /** Refuses to forget what something else leads to. */
    void requireUnused(PortalId portal, StoredThing thing, Register register) {
        if (thing.kind().equals(Kinds.DEVICE.name())) {
            // Only people who signed in there lead to a phone, and that ends with it.
            return;
        }
        List<StoredThing> users = store.pointing(portal, thing.id(), NAMED + 1);
        if (!users.isEmpty()) {
            String names = users.stream()
                            .limit(NAMED)
                            .map(one -> register.label(portal, one))
                            .collect(Collectors.joining(", "))
                    + (users.size() > NAMED ? ", …" : "");
            throw Problem.CONFLICT.because(
                    "telephone.in-use", "Calls are led here by " + names, Map.of("names", names));
        }
    }

    /** NOT_FOUND for nobody of the portal. */
    void requirePerson(PortalId portal, PersonId person) {
        if (people.find(portal, person).isEmpty()) {
            throw Problem.NOT_FOUND.because("person.unknown", "There is no such person");
        }
    }

    /** Refuses a number that is dialled for something else. */
    private void requireKey(PortalId portal, String key, String id) {
        Optional<StoredThing> other =
                store.withKey(portal, key).filter(found -> !found.id().equals(id));
        String value = key.substring(2);
        if (other.isPresent()) {
            throw switch (key.charAt(0)) {
                case 'd' -> Problem.CONFLICT.at("/user", "device.user-taken", "is the name of another device");
                case 't', 'r' -> Problem.CONFLICT.at("/name", "telephone.name-taken", "is taken");
                default ->
                    Problem.CONFLICT.at(
                            "/number", "telephone.number-taken", "is taken already", Map.of("number", value));
            };
        }
        if (key.startsWith(Kinds.internal(""))) {
            CallSettings present = settings.of(portal);
            if (new Numbers(present.country(), present.areaCode()).isEmergency(value)) {
                throw Problem.INVALID.at(
                        "/number", "telephone.emergency", "is for emergencies", Map.of("number", value));
            }
            if (present.parkingPlaces().contains(value)) {
                throw Problem.CONFLICT.at(
                        "/number", "telephone.parking", "is a place for parked calls", Map.of("number", value));
            }
        }
    }

    private void requireDepartment(PortalId portal, String field, DepartmentId department) {
        if (departments.find(portal, department).isEmpty()) {
            throw Problem.INVALID.at(field, "department.unknown", "is no department of the portal");
        }
    }

    private void requireTarget(PortalId portal, Pointer pointer, String self) {
        if (pointer.id().equals(self)) {
            throw Problem.INVALID.at(pointer.field(), "telephone.itself", "leads to itself");
        }
        boolean there = store.find(portal, pointer.id())
                .filter(found -> found.kind().equals(pointer.kind()))
                .isPresent();
        if (!there) {
            throw Problem.INVALID.at(
                    pointer.field(),
                    "telephone.unknown-target",
                    "is the id of no " + pointer.kind().replace('-', ' ') + "; give the id, not a number or a name");
        }
    }

    private void requireSound(PortalId portal, Extension extension) {
        extension
                .person()
                .filter(person -> people.find(portal, person).isEmpty())
                .ifPresent(person -> {
                    throw Problem.INVALID.at("/person", "person.unknown", "is nobody of the portal");
                });
        if (extension.externalCalls()) {
            return;
        }
        for (var when : Forwards.Case.values()) {
            boolean outside = extension
                    .forwards()
                    .in(when)
                    .filter(to -> to.kind() == Destination.Kind.OUTSIDE)
                    .isPresent();
            if (outside) {
                throw Problem.INVALID.at(
                        "/forwards", "forward.outside", "leads outside, where the extension may not call");
            }
        }
    }

    /** Refuses settings that take a number from something that has it. */
    void require(PortalId portal, CallSettings wanted) {
        var numbers = new Numbers(wanted.country(), wanted.areaCode());
        for (int i = 0; i < wanted.parkingPlaces().size(); i++) {
            String place = wanted.parkingPlaces().get(i);
            String field = "/parkingPlaces/" + i;
            if (numbers.isEmergency(place)) {
                throw Problem.INVALID.at(field, "telephone.emergency", "is for emergencies", Map.of("number", place));
            }
            if (store.withKey(portal, Kinds.internal(place)).isPresent()) {
                throw Problem.CONFLICT.at(field, "telephone.number-taken", "is taken already", Map.of("number", place));
            }
        }
    }

    /** Refuses a country in which a number that is taken is for emergencies. */
    void requireNoEmergency(CallSettings wanted, List<Record> numbered) {
        var numbers = new Numbers(wanted.country(), wanted.areaCode());
        for (Record thing : numbered) {
            String number = number(thing);
            if (numbers.isEmergency(number)) {
                throw Problem.CONFLICT.at(
                        "/country",
                        "telephone.emergency-taken",
                        "has emergency numbers that are taken",
                        Map.of("number", number));
            }
        }
    }

    private static String number(Record thing) {
        return keyed(Kinds.of(thing), thing).substring(2);
    }

    private static <T extends Record> String keyed(Kind<T> kind, Record thing) {
        return kind.key().apply(kind.type().cast(thing));
    }
}
