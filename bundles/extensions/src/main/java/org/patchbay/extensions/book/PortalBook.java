package org.patchbay.extensions.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Kinds;

/** Everything that one portal has set up, as of one change. Immutable. */
public final class PortalBook {

    private static final PortalBook EMPTY = new PortalBook(0, Map.of());

    private final long revision;
    private final Map<String, Listed> things;
    private final Map<String, Listed> byKey = new HashMap<>();
    private final Map<String, List<Device>> devices = new HashMap<>();
    private final Map<String, List<Extension>> byPerson = new HashMap<>();
    private final Map<String, List<RingGroup>> groups = new HashMap<>();
    private final Map<String, List<CallQueue>> queues = new HashMap<>();
    private final Map<String, String> guests = new HashMap<>();
    private final List<PhoneServices> toWake = new ArrayList<>();
    private final List<PhoneServices> hosted = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Trunk> trunks = new ArrayList<>();
    private final List<OutboundRule> rules = new ArrayList<>();
    private int longest;

    private PortalBook(long revision, Map<String, Listed> things) {
        this.revision = revision;
        this.things = things;
        things.values().stream().sorted(Comparator.comparing(Listed::sort)).forEach(this::index);
    }

    private void index(Listed listed) {
        byKey.put(listed.key(), listed);
        if (listed.key().startsWith(Kinds.internal(""))) {
            longest =
                    Math.max(longest, listed.key().length() - Kinds.internal("").length());
        }
        if (listed.thing() instanceof Extension extension) {
            extensions.add(extension);
            extension.person().ifPresent(person -> add(byPerson, person.value(), extension));
        } else if (listed.thing() instanceof Device device) {
            add(devices, device.extension(), device);
        } else if (listed.thing() instanceof PhoneServices services) {
            services.guestPhones().forEach(phone -> guests.put(phone.device(), services.extension()));
            if (!services.guestPhones().isEmpty()) {
                hosted.add(services);
            }
            if (services.wakeUp().isPresent()) {
                toWake.add(services);
            }
        } else if (listed.thing() instanceof RingGroup group) {
            group.members().forEach(member -> add(groups, member, group));
        } else if (listed.thing() instanceof CallQueue queue) {
            queue.agents().forEach(agent -> add(queues, agent, queue));
        } else if (listed.thing() instanceof Trunk trunk) {
            trunks.add(trunk);
        } else if (listed.thing() instanceof OutboundRule rule) {
            rules.add(rule);
        }
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T value) {
        lists.computeIfAbsent(key, none -> new ArrayList<>()).add(value);
    }

    static PortalBook of(long revision, Collection<StoredThing> stored) {
        if (revision == 0 && stored.isEmpty()) {
            return EMPTY;
        }
        Map<String, Listed> things = new HashMap<>();
        stored.forEach(thing -> things.put(thing.id(), Listed.of(thing)));
        return new PortalBook(revision, things);
    }

    /** The book after one more change. */
    PortalBook after(Change change) {
        Map<String, Listed> changed = new HashMap<>(things);
        change.gone().forEach(changed::remove);
        change.kept().forEach(thing -> changed.put(thing.id(), Listed.of(thing)));
        return new PortalBook(change.revision(), changed);
    }

    long revision() {
        return revision;
    }

    /** The thing of this kind with this id. */
    public <T extends Record> Optional<T> find(Kind<T> kind, String id) {
        return Optional.ofNullable(things.get(id))
                .map(Listed::thing)
                .filter(kind.type()::isInstance)
                .map(kind.type()::cast);
    }

    /** The thing that has this internal number. */
    public Optional<Record> internal(String number) {
        return withKey(Kinds.internal(number));
    }

    /** The digits of the longest internal number; 0 when there is none. */
    public int longestInternal() {
        return longest;
    }

    /** The thing that has this key. */
    public Optional<Record> withKey(String key) {
        return Optional.ofNullable(byKey.get(key)).map(Listed::thing);
    }

    /** The sealed secret of a thing. */
    public Optional<String> sealed(String id) {
        return Optional.ofNullable(things.get(id)).flatMap(Listed::sealed);
    }

    /** The settings, if any were chosen. */
    public Optional<CallSettings> settings() {
        return withKey(Kinds.SETTINGS).map(CallSettings.class::cast);
    }

    /** By number. */
    public List<Extension> extensions() {
        return List.copyOf(extensions);
    }

    /** Those of a person, by number. */
    public List<Extension> extensionsOf(String person) {
        return List.copyOf(byPerson.getOrDefault(person, List.of()));
    }

    /** Those of an extension, by name. */
    public List<Device> devices(String extension) {
        return List.copyOf(devices.getOrDefault(extension, List.of()));
    }

    /** What was chosen for an extension. */
    public Optional<PhoneServices> services(String extension) {
        return withKey(Kinds.services(extension)).map(PhoneServices.class::cast);
    }

    /** The extension that a device is used as, where that is another one than its own. */
    public Optional<String> guest(String device) {
        return Optional.ofNullable(guests.get(device));
    }

    /** Those who are to be woken. */
    public List<PhoneServices> toWake() {
        return List.copyOf(toWake);
    }

    /** What extensions chose of which somebody signed in at a phone of others. */
    List<PhoneServices> hosted() {
        return List.copyOf(hosted);
    }

    /** Those that an extension is in, by number. */
    public List<RingGroup> groupsOf(String extension) {
        return List.copyOf(groups.getOrDefault(extension, List.of()));
    }

    /** Those that an extension is an agent of, by number. */
    public List<CallQueue> queuesOf(String extension) {
        return List.copyOf(queues.getOrDefault(extension, List.of()));
    }

    /** The numbers of the telephone network that lead to the portal. */
    public List<InboundNumber> inbound() {
        return things.values().stream()
                .map(Listed::thing)
                .filter(InboundNumber.class::isInstance)
                .map(InboundNumber.class::cast)
                .toList();
    }

    /** In their order. */
    public List<Trunk> trunks() {
        return List.copyOf(trunks);
    }

    /** In their order. */
    public List<OutboundRule> rules() {
        return List.copyOf(rules);
    }

    /** Everything with an internal number, by number. */
    public List<Record> numbered() {
        return things.values().stream()
                .filter(listed -> listed.key().startsWith(Kinds.internal("")))
                .sorted(Comparator.comparing(Listed::sort))
                .map(Listed::thing)
                .toList();
    }
}
