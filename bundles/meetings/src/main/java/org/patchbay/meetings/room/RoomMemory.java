package org.patchbay.meetings.room;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;

/**
 * What a room knows beyond the stays of its people; it outlives its node. People are known by their account or, guests, by
 * their visit. Immutable.
 *
 * @param locked whether only who was in already comes in
 * @param hosts who is host besides the owner
 * @param known who was let in once, in order
 * @param removed whom a host removed, and none let in again since
 * @param names what people were renamed to
 */
record RoomMemory(
        boolean locked,
        Lobby lobby,
        ScreenSharing screens,
        Set<String> hosts,
        Set<String> known,
        Set<String> removed,
        Map<String, String> names,
        List<Poll> polls) {

    private static final int MOST_KNOWN = 1000;

    static RoomMemory of(Lobby lobby, ScreenSharing screens) {
        return new RoomMemory(false, lobby, screens, Set.of(), Set.of(), Set.of(), Map.of(), List.of());
    }

    RoomMemory locked(boolean on) {
        return new RoomMemory(on, lobby, screens, hosts, known, removed, names, polls);
    }

    RoomMemory rules(Lobby newLobby, ScreenSharing newScreens) {
        return new RoomMemory(locked, newLobby, newScreens, hosts, known, removed, names, polls);
    }

    RoomMemory host(String holder, boolean on) {
        return new RoomMemory(locked, lobby, screens, with(hosts, holder, on), known, removed, names, polls);
    }

    RoomMemory knows(String holder) {
        return new RoomMemory(
                locked, lobby, screens, hosts, with(known, holder, true), with(removed, holder, false), names, polls);
    }

    /** Somebody who was not let in is as unknown as before. */
    RoomMemory forgets(String holder) {
        return without(holder, removed);
    }

    /** Somebody who was removed is let in by a host again, or not at all. */
    RoomMemory removes(String holder) {
        return without(holder, with(removed, holder, true));
    }

    private RoomMemory without(String holder, Set<String> nowRemoved) {
        return new RoomMemory(
                locked,
                lobby,
                screens,
                with(hosts, holder, false),
                with(known, holder, false),
                nowRemoved,
                names,
                polls);
    }

    RoomMemory named(String holder, String name) {
        Map<String, String> changed = new LinkedHashMap<>(names);
        changed.put(holder, name);
        if (changed.size() > MOST_KNOWN) {
            changed.remove(changed.keySet().iterator().next());
        }
        return new RoomMemory(locked, lobby, screens, hosts, known, removed, changed, polls);
    }

    RoomMemory polls(List<Poll> changed) {
        return new RoomMemory(locked, lobby, screens, hosts, known, removed, names, List.copyOf(changed));
    }

    private static Set<String> with(Set<String> before, String holder, boolean on) {
        Set<String> changed = new LinkedHashSet<>(before);
        if (on) {
            changed.add(holder);
        } else {
            changed.remove(holder);
        }
        if (changed.size() > MOST_KNOWN) {
            changed.remove(changed.iterator().next());
        }
        return changed;
    }
}
