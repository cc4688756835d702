package org.patchbay.extensions.thing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.GuestPhone;
import org.patchbay.api.extensions.PhoneServices;

/**
 * That a thing leads to another one. Immutable.
 *
 * @param field the JSON pointer of the id in the thing
 * @param kind what is to be there
 */
public record Pointer(String field, String kind, String id) {

    static List<Pointer> all(String field, Kind<?> kind, Collection<String> ids) {
        List<Pointer> pointers = new ArrayList<>();
        ids.forEach(id -> pointers.add(new Pointer(field + '/' + pointers.size(), kind.name(), id)));
        return pointers;
    }

    static List<Pointer> of(String field, Destination destination) {
        return destination.namesThing()
                ? List.of(new Pointer(field + "/value", kind(destination), destination.value()))
                : List.of();
    }

    static List<Pointer> of(String field, Optional<Destination> destination) {
        return destination.map(found -> of(field, found)).orElse(List.of());
    }

    static List<Pointer> of(Forwards forwards) {
        List<Pointer> pointers = new ArrayList<>();
        pointers.addAll(of("/forwards/always", forwards.always()));
        pointers.addAll(of("/forwards/busy", forwards.busy()));
        pointers.addAll(of("/forwards/noAnswer", forwards.noAnswer()));
        pointers.addAll(of("/forwards/unavailable", forwards.unavailable()));
        return pointers;
    }

    static List<Pointer> of(PhoneServices services) {
        List<Pointer> pointers =
                new ArrayList<>(of("/followMe/otherwise", services.followMe().otherwise()));
        services.secretary()
                .extension()
                .ifPresent(id -> pointers.add(new Pointer("/secretary/extension", Kinds.EXTENSION.name(), id)));
        services.assistant().ifPresent(assistant -> {
            assistant.keys().forEach((key, to) -> pointers.addAll(of("/assistant/keys/" + key, to)));
            pointers.addAll(of("/assistant/otherwise", assistant.otherwise()));
        });
        pointers.addAll(all(
                "/guestPhones",
                Kinds.DEVICE,
                services.guestPhones().stream().map(GuestPhone::device).toList()));
        return pointers;
    }

    static List<Pointer> of(Map<String, Destination> keys) {
        List<Pointer> pointers = new ArrayList<>();
        keys.forEach((key, destination) -> pointers.addAll(of("/keys/" + key, destination)));
        return pointers;
    }

    /** The kind of thing that a destination names. */
    public static String kind(Destination destination) {
        return switch (destination.kind()) {
            case EXTENSION, VOICEMAIL -> Kinds.EXTENSION.name();
            case RING_GROUP -> Kinds.RING_GROUP.name();
            case QUEUE -> Kinds.QUEUE.name();
            case MENU -> Kinds.MENU.name();
            case CONFERENCE -> Kinds.CONFERENCE.name();
            case MEETING, OUTSIDE, HANG_UP -> "";
        };
    }
}
