package org.patchbay.meetings.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.server.ServerNote;

/** Media servers in maps, which can be out of reach as a database can. */
public final class InMemoryMediaServerStore implements MediaServerStore {

    private final Map<String, ServerNote> notes = new TreeMap<>();
    private final Map<PortalId, ServerChoice> choices = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** From now on nothing can be read or written, or can again. */
    public void away(boolean now) {
        away = now;
    }

    private void reach() {
        if (away) {
            throw new IllegalStateException("The database is away");
        }
    }

    @Override
    public synchronized List<ServerNote> notes() {
        reach();
        return List.copyOf(notes.values());
    }

    @Override
    public synchronized boolean change(String server, UnaryOperator<ServerNote> change) {
        reach();
        ServerNote before = notes.getOrDefault(server, ServerNote.blank(server));
        ServerNote after = change.apply(before);
        if (after.equals(before)) {
            return false;
        }
        notes.put(server, after);
        return true;
    }

    @Override
    public Optional<ServerChoice> choice(PortalId portal) {
        reach();
        return Optional.ofNullable(choices.get(portal));
    }

    @Override
    public void choose(PortalId portal, ServerChoice choice) {
        reach();
        choices.put(portal, choice);
    }

    @Override
    public void forget(PortalId portal) {
        reach();
        choices.remove(portal);
    }
}
