package org.patchbay.meetings.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.PortalId;

/** Rooms in maps. */
public final class InMemoryRoomStore implements RoomStore {

    private static final int KEPT = 500;

    private final Map<String, String> memories = new ConcurrentHashMap<>();
    private final Map<String, List<ChatLine>> chats = new ConcurrentHashMap<>();
    private final Map<String, List<ChatFile>> files = new ConcurrentHashMap<>();

    private static String key(PortalId portal, String meeting) {
        return portal + "/" + meeting;
    }

    @Override
    public Optional<String> memory(PortalId portal, String meeting) {
        return Optional.ofNullable(memories.get(key(portal, meeting)));
    }

    @Override
    public void remember(PortalId portal, String meeting, String memory) {
        memories.put(key(portal, meeting), memory);
    }

    @Override
    public void add(PortalId portal, String meeting, ChatLine line) {
        List<ChatLine> lines = chats.computeIfAbsent(key(portal, meeting), key -> new CopyOnWriteArrayList<>());
        lines.add(line);
        lines.sort(Comparator.comparing(ChatLine::id));
        while (lines.size() > KEPT) {
            lines.remove(0).file().ifPresent(file -> removeFile(portal, meeting, file.id()));
        }
    }

    @Override
    public List<ChatLine> lines(PortalId portal, String meeting) {
        return List.copyOf(chats.getOrDefault(key(portal, meeting), List.of()));
    }

    @Override
    public void add(PortalId portal, String meeting, ChatFile file) {
        files.computeIfAbsent(key(portal, meeting), key -> new CopyOnWriteArrayList<>())
                .add(file);
    }

    @Override
    public Optional<ChatFile> file(PortalId portal, String meeting, String id) {
        return files.getOrDefault(key(portal, meeting), List.of()).stream()
                .filter(file -> file.id().equals(id))
                .findFirst();
    }

    @Override
    public void removeFile(PortalId portal, String meeting, String id) {
        files.getOrDefault(key(portal, meeting), new ArrayList<>())
                .removeIf(file -> file.id().equals(id));
    }

    @Override
    public long bytes(PortalId portal, String meeting) {
        return files.getOrDefault(key(portal, meeting), List.of()).stream()
                .mapToLong(file -> file.content().length)
                .sum();
    }

    @Override
    public void forget(PortalId portal, String meeting) {
        memories.remove(key(portal, meeting));
        chats.remove(key(portal, meeting));
        files.remove(key(portal, meeting));
    }
}
