package org.patchbay.extensions.thing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.api.identity.Right;

/** The kinds of things there are. */
public final class Kinds {

    public static final Kind<Extension> EXTENSION = new Kind<>(
            "extension",
            "extension",
            Right.CONFIGURE_CALL_HANDLING,
            Extension.class,
            Extension::id,
            Extension::version,
            thing -> internal(thing.number()),
            Extension::number,
            thing -> label(thing.number(), thing.name()),
            thing -> Optional.of(thing.department()),
            thing -> Pointer.of(thing.forwards()));

    public static final Kind<Device> DEVICE = new Kind<>(
            "device",
            "device",
            Right.CONFIGURE_CALL_HANDLING,
            Device.class,
            Device::id,
            Device::version,
            thing -> "d:" + thing.user(),
            thing -> small(thing.name()),
            thing -> label(thing.user(), thing.name()),
            thing -> Optional.empty(),
            thing -> List.of());

    public static final Kind<RingGroup> RING_GROUP = new Kind<>(
            "ring-group",
            "call-group",
            Right.CONFIGURE_CALL_HANDLING,
            RingGroup.class,
            RingGroup::id,
            RingGroup::version,
            thing -> internal(thing.number()),
            RingGroup::number,
            thing -> label(thing.number(), thing.name()),
            thing -> Optional.of(thing.department()),
            thing -> both(Pointer.all("/members", EXTENSION, thing.members()), "/otherwise", thing.otherwise()));

    public static final Kind<CallQueue> QUEUE = new Kind<>(
            "queue",
            "call-group",
            Right.CONFIGURE_CALL_HANDLING,
            CallQueue.class,
            CallQueue::id,
            CallQueue::version,
            thing -> internal(thing.number()),
            CallQueue::number,
            thing -> label(thing.number(), thing.name()),
            thing -> Optional.of(thing.department()),
            thing -> both(Pointer.all("/agents", EXTENSION, thing.agents()), "/otherwise", thing.otherwise()));

    public static final Kind<VoiceMenu> MENU = new Kind<>(
            "menu",
            "call-group",
            Right.CONFIGURE_CALL_HANDLING,
            VoiceMenu.class,
            VoiceMenu::id,
            VoiceMenu::version,
            thing -> internal(thing.number()),
            VoiceMenu::number,
            thing -> label(thing.number(), thing.name()),
            thing -> Optional.of(thing.department()),
            thing -> both(both(Pointer.of(thing.keys()), "/timeout", thing.timeout()), "/wrong", thing.wrong()));

    public static final Kind<ConferenceRoom> CONFERENCE = new Kind<>(
            "conference",
            "call-group",
            Right.CONFIGURE_CALL_HANDLING,
            ConferenceRoom.class,
            ConferenceRoom::id,
            ConferenceRoom::version,
            thing -> internal(thing.number()),
            ConferenceRoom::number,
            thing -> label(thing.number(), thing.name()),
            thing -> Optional.of(thing.department()),
            thing -> List.of());

    public static final Kind<InboundNumber> NUMBER = new Kind<>(
            "number",
            "number",
            Right.CONFIGURE_CALL_HANDLING,
            InboundNumber.class,
            InboundNumber::id,
            InboundNumber::version,
            thing -> "i:" + thing.number(),
            InboundNumber::number,
            thing -> label(thing.number(), thing.name()),
            thing -> Optional.of(thing.department()),
            thing -> both(
                    Pointer.of("/destination", thing.destination()),
                    "/closed",
                    thing.closed().orElse(Destination.HANG_UP)));

    public static final Kind<Trunk> TRUNK = new Kind<>(
            "trunk",
            "trunk",
            Right.CONFIGURE_TRUNKS,
            Trunk.class,
            Trunk::id,
            Trunk::version,
            thing -> "t:" + small(thing.name()),
            thing -> ordered(thing.order(), thing.name()),
            Trunk::name,
            thing -> Optional.of(thing.department()),
            thing -> List.of());

    public static final Kind<OutboundRule> RULE = new Kind<>(
            "rule",
            "call-rule",
            Right.CONFIGURE_TRUNKS,
            OutboundRule.class,
            OutboundRule::id,
            OutboundRule::version,
            thing -> "r:" + small(thing.name()),
            thing -> ordered(thing.order(), thing.name()),
            OutboundRule::name,
            thing -> Optional.of(thing.department()),
            thing -> Pointer.all("/trunks", TRUNK, thing.trunks()));

    public static final Kind<PhoneServices> SERVICES = new Kind<>(
            "services",
            "phone-services",
            Right.CONFIGURE_CALL_HANDLING,
            PhoneServices.class,
            PhoneServices::id,
            PhoneServices::version,
            thing -> services(thing.extension()),
            PhoneServices::extension,
            PhoneServices::extension,
            thing -> Optional.empty(),
            Pointer::of);

    /** The one that a portal has of these; its id is the portal's. */
    public static final String SETTINGS = "settings";

    private static final Map<String, Kind<?>> ALL =
            List.of(EXTENSION, DEVICE, RING_GROUP, QUEUE, MENU, CONFERENCE, NUMBER, TRUNK, RULE, SERVICES).stream()
                    .collect(Collectors.toMap(Kind::name, Function.identity()));

    private Kinds() {}

    /** The kind of this name. */
    public static Kind<?> named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** The kind of a thing. */
    public static Kind<?> of(Record thing) {
        return ALL.values().stream()
                .filter(kind -> kind.type().isInstance(thing))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(thing.getClass().getName()));
    }

    /** The record that a thing of this kind is. */
    public static Class<? extends Record> type(String name) {
        return name.equals(SETTINGS) ? CallSettings.class : named(name).type();
    }

    /** The key of an internal number, whatever has it. */
    public static String internal(String number) {
        return "n:" + number;
    }

    /** The key of what was chosen for an extension. */
    public static String services(String extension) {
        return "s:" + extension;
    }

    private static String label(String number, String name) {
        return number.equals(name) ? number : number + ' ' + name;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String ordered(int order, String name) {
        return String.format(Locale.ROOT, "%04d %s", order, small(name));
    }

    private static List<Pointer> both(List<Pointer> some, String field, Destination destination) {
        List<Pointer> pointers = new ArrayList<>(some);
        pointers.addAll(Pointer.of(field, destination));
        return pointers;
    }
}
