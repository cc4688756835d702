package org.patchbay.testing.extensions;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.CallGroups;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.extensions.Trunks;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;

/** Everything that has a number, in maps; Germany's numbers. Thread-safe. */
public final class InMemoryPhoneBook implements Extensions, CallGroups {

    private record Key(PortalId portal, String id) {}

    private final Map<Key, Extension> extensions = new ConcurrentHashMap<>();
    private final Map<Key, PhoneServices> services = new ConcurrentHashMap<>();
    private final Map<Key, Device> devices = new ConcurrentHashMap<>();
    private final Map<Key, RingGroup> groups = new ConcurrentHashMap<>();
    private final Map<Key, CallQueue> queues = new ConcurrentHashMap<>();
    private final Map<Key, VoiceMenu> menus = new ConcurrentHashMap<>();
    private final Map<Key, ConferenceRoom> rooms = new ConcurrentHashMap<>();
    private final Map<Key, InboundNumber> inbound = new ConcurrentHashMap<>();
    private final Map<Key, Trunk> trunks = new ConcurrentHashMap<>();
    private final Map<Key, OutboundRule> rules = new ConcurrentHashMap<>();
    private final Map<PortalId, CallSettings> settings = new ConcurrentHashMap<>();

    public void put(PortalId portal, Extension one) {
        extensions.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, PhoneServices one) {
        services.put(new Key(portal, one.extension()), one);
    }

    public void put(PortalId portal, Device one) {
        devices.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, RingGroup one) {
        groups.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, CallQueue one) {
        queues.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, VoiceMenu one) {
        menus.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, ConferenceRoom one) {
        rooms.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, InboundNumber one) {
        inbound.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, Trunk one) {
        trunks.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, OutboundRule one) {
        rules.put(new Key(portal, one.id()), one);
    }

    public void put(PortalId portal, CallSettings one) {
        settings.put(portal, one);
    }

    /** What numbers mean here. */
    public DialPlan dialPlan() {
        return new InMemoryDialPlan(this);
    }

    /** The lines outside. */
    public Trunks trunks() {
        return new Trunks() {
            @Override
            public Optional<Trunk> find(PortalId portal, String id) {
                return Optional.ofNullable(trunks.get(new Key(portal, id)));
            }

            @Override
            public List<Trunk> list(PortalId portal) {
                return of(trunks, portal, Comparator.comparing(Trunk::order)).stream()
                        .filter(Trunk::on)
                        .toList();
            }

            @Override
            public List<Trunk> route(PortalId portal, String number, DepartmentId caller) {
                return of(rules, portal, Comparator.comparing(OutboundRule::order)).stream()
                        .filter(rule -> rule.fits(number, caller))
                        .findFirst()
                        .map(rule -> rule.trunks().stream()
                                .flatMap(id -> find(portal, id).stream())
                                .filter(Trunk::on)
                                .toList())
                        .orElseGet(() -> list(portal));
            }
        };
    }

    CallSettings settings(PortalId portal) {
        return settings.getOrDefault(
                portal, new CallSettings("DE", "30", "", Map.of(), List.of(), 60, false, CallLimits.STANDARD, 0));
    }

    List<InboundNumber> inbound(PortalId portal) {
        return of(inbound, portal, Comparator.comparing(InboundNumber::number));
    }

    Optional<InboundNumber> inbound(PortalId portal, String number) {
        return of(inbound, portal, Comparator.comparing(InboundNumber::number)).stream()
                .filter(one -> one.number().equals(number))
                .findFirst();
    }

    Optional<Destination> internal(PortalId portal, String number) {
        return numbered(extensions, portal, Extension::number, number, Extension::id, Destination.Kind.EXTENSION)
                .or(() ->
                        numbered(groups, portal, RingGroup::number, number, RingGroup::id, Destination.Kind.RING_GROUP))
                .or(() -> numbered(queues, portal, CallQueue::number, number, CallQueue::id, Destination.Kind.QUEUE))
                .or(() -> numbered(menus, portal, VoiceMenu::number, number, VoiceMenu::id, Destination.Kind.MENU))
                .or(() -> numbered(
                        rooms,
                        portal,
                        ConferenceRoom::number,
                        number,
                        ConferenceRoom::id,
                        Destination.Kind.CONFERENCE));
    }

    private static <T> Optional<Destination> numbered(
            Map<Key, T> map,
            PortalId portal,
            java.util.function.Function<T, String> number,
            String wanted,
            java.util.function.Function<T, String> id,
            Destination.Kind kind) {
        return of(map, portal, Comparator.comparing(number)).stream()
                .filter(one -> number.apply(one).equals(wanted))
                .findFirst()
                .map(one -> new Destination(kind, id.apply(one)));
    }

    private static <T> List<T> of(Map<Key, T> map, PortalId portal, Comparator<T> order) {
        return map.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .map(Map.Entry::getValue)
                .sorted(order)
                .toList();
    }

    @Override
    public Optional<Extension> find(PortalId portal, String id) {
        return Optional.ofNullable(extensions.get(new Key(portal, id)));
    }

    @Override
    public PhoneServices services(PortalId portal, String extension) {
        return services.getOrDefault(new Key(portal, extension), PhoneServices.of(extension));
    }

    @Override
    public PhoneServices serve(PortalId portal, String extension, UnaryOperator<PhoneServices> change) {
        PhoneServices changed = change.apply(services(portal, extension));
        put(portal, changed);
        return changed;
    }

    @Override
    public Map<PortalId, List<PhoneServices>> toWake(Instant until) {
        return services.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .wakeUp()
                        .filter(at -> at <= until.getEpochSecond())
                        .isPresent())
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().portal(),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Optional<String> guestOf(PortalId portal, String device) {
        return of(services, portal, Comparator.comparing(PhoneServices::extension)).stream()
                .filter(one -> one.guestPhones().stream()
                        .anyMatch(phone -> phone.device().equals(device)))
                .map(PhoneServices::extension)
                .findFirst();
    }

    @Override
    public Optional<Extension> ofDevice(PortalId portal, String device) {
        Optional<Extension> guest = guestOf(portal, device).flatMap(one -> find(portal, one));
        if (guest.isPresent()) {
            return guest;
        }
        return Optional.ofNullable(devices.get(new Key(portal, device))).flatMap(one -> find(portal, one.extension()));
    }

    @Override
    public List<Extension> ofPerson(PortalId portal, PersonId person) {
        return list(portal).stream()
                .filter(one -> one.person().equals(Optional.of(person)))
                .toList();
    }

    @Override
    public List<Extension> list(PortalId portal) {
        return of(extensions, portal, Comparator.comparing(Extension::number));
    }

    @Override
    public List<Device> devices(PortalId portal, String extension) {
        return of(devices, portal, Comparator.comparing(Device::id)).stream()
                .filter(one -> guestOf(portal, one.id()).orElse(one.extension()).equals(extension))
                .toList();
    }

    @Override
    public Extension doNotDisturb(PortalId portal, String extension, boolean on) {
        return change(portal, extension, one -> one.doNotDisturb(on));
    }

    @Override
    public Extension forward(PortalId portal, String extension, Forwards.Case when, Optional<Destination> to) {
        return change(portal, extension, one -> one.forwards(one.forwards().with(when, to)));
    }

    private Extension change(PortalId portal, String extension, UnaryOperator<Extension> change) {
        Extension changed = extensions.computeIfPresent(new Key(portal, extension), (key, one) -> change.apply(one));
        if (changed == null) {
            throw Problem.NOT_FOUND.because("No extension " + extension);
        }
        return changed;
    }

    @Override
    public Optional<RingGroup> ringGroup(PortalId portal, String id) {
        return Optional.ofNullable(groups.get(new Key(portal, id)));
    }

    @Override
    public List<RingGroup> ringGroupsOf(PortalId portal, String extension) {
        return of(groups, portal, Comparator.comparing(RingGroup::number)).stream()
                .filter(one -> one.members().contains(extension))
                .toList();
    }

    @Override
    public Optional<CallQueue> queue(PortalId portal, String id) {
        return Optional.ofNullable(queues.get(new Key(portal, id)));
    }

    @Override
    public List<CallQueue> queuesOf(PortalId portal, String extension) {
        return of(queues, portal, Comparator.comparing(CallQueue::number)).stream()
                .filter(one -> one.agents().contains(extension))
                .toList();
    }

    @Override
    public Optional<VoiceMenu> menu(PortalId portal, String id) {
        return Optional.ofNullable(menus.get(new Key(portal, id)));
    }

    @Override
    public Optional<ConferenceRoom> conference(PortalId portal, String id) {
        return Optional.ofNullable(rooms.get(new Key(portal, id)));
    }
}
