package org.patchbay.plugins.store;

import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Known plugins in a map. */
public final class InMemoryKnownPluginStore implements KnownPluginStore {

    private final SortedMap<String, KnownPlugin> known = new ConcurrentSkipListMap<>();

    @Override
    public List<KnownPlugin> all() {
        return List.copyOf(known.values());
    }

    @Override
    public void save(KnownPlugin plugin) {
        known.put(plugin.name(), plugin);
    }

    @Override
    public void remove(String name) {
        known.remove(name);
    }
}
