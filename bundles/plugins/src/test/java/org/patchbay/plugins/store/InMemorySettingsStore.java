package org.patchbay.plugins.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.plugins.PluginView.Tested;

/** Settings in a map. */
public final class InMemorySettingsStore implements SettingsStore {

    private final Map<PortalId, Map<String, StoredSettings>> settings = new HashMap<>();

    @Override
    public Optional<StoredSettings> find(PortalId portal, String plugin) {
        return Optional.ofNullable(of(portal).get(plugin));
    }

    @Override
    public Map<String, StoredSettings> all(PortalId portal) {
        return Map.copyOf(of(portal));
    }

    @Override
    public void save(PortalId portal, String plugin, StoredSettings changed) {
        long present = find(portal, plugin).map(StoredSettings::revision).orElse(0L);
        if (present != changed.revision() - 1) {
            throw Problem.STALE.because("plugin.stale", "Somebody else changed these settings in the meantime");
        }
        of(portal).put(plugin, changed);
    }

    @Override
    public void tested(PortalId portal, String plugin, long revision, Tested result) {
        of(portal)
                .computeIfPresent(
                        plugin,
                        (name, present) -> present.revision() == revision
                                ? new StoredSettings(present.plain(), present.sealed(), revision, Optional.of(result))
                                : present);
    }

    @Override
    public boolean remove(PortalId portal, String plugin) {
        return of(portal).remove(plugin) != null;
    }

    @Override
    public void erase(PortalId portal) {
        settings.remove(portal);
    }

    private Map<String, StoredSettings> of(PortalId portal) {
        return settings.computeIfAbsent(portal, any -> new LinkedHashMap<>());
    }
}
