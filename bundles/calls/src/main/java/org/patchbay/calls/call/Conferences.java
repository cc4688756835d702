package org.patchbay.calls.call;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.PhoneMedia;

/** The conference rooms that somebody is in. Thread-safe. */
final class Conferences {

    private record Key(PortalId portal, String room) {}

    private record Open(Mixer mixer, CallId common, Set<Call> inside) {}

    private final Map<Key, Open> rooms = new HashMap<>();
    private final PhoneMedia media;

    Conferences(PhoneMedia media) {
        this.media = media;
    }

    /** The room's mixer; empty when it is full. Asked on the call's thread. */
    synchronized Optional<Mixer> enter(Call call, ConferenceRoom room) {
        Key key = new Key(call.portal(), room.id());
        Open open = rooms.computeIfAbsent(
                key,
                none -> new Open(
                        media.mixer(call.portal()), Dossier.common(call.dossier(), call.dossier()), new HashSet<>()));
        if (open.inside().size() >= room.most()) {
            return Optional.empty();
        }
        open.inside().add(call);
        call.dossier().joins(open.common());
        return Optional.of(open.mixer());
    }

    synchronized void leave(Call call, ConferenceRoom room) {
        Key key = new Key(call.portal(), room.id());
        Open open = rooms.get(key);
        if (open != null && open.inside().remove(call) && open.inside().isEmpty()) {
            open.mixer().close();
            rooms.remove(key);
        }
    }
}
