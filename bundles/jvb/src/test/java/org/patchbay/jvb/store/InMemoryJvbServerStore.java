package org.patchbay.jvb.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.jvb.JvbServer;

/** Videobridges in memory. */
public final class InMemoryJvbServerStore implements JvbServerStore {

    private final Map<String, JvbServer> servers = new ConcurrentHashMap<>();

    @Override
    public List<JvbServer> all() {
        return servers.values().stream()
                .sorted(Comparator.comparing(JvbServer::name))
                .toList();
    }

    @Override
    public Optional<JvbServer> find(String id) {
        return Optional.ofNullable(servers.get(id));
    }

    @Override
    public void insert(JvbServer server) {
        servers.put(server.id(), server);
    }

    @Override
    public boolean update(JvbServer server, long version) {
        JvbServer present = servers.get(server.id());
        return present != null && present.version() == version && servers.replace(server.id(), present, server);
    }

    @Override
    public void delete(String id) {
        servers.remove(id);
    }
}
