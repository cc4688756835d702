package org.patchbay.testing.plugins;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.plugins.PluginSettings;
import org.patchbay.api.plugins.Settings;

/** Settings that a test sets. */
public final class InMemoryPluginSettings implements PluginSettings {

    private final Map<Key, Optional<Settings>> settings = new ConcurrentHashMap<>();

    /** Sets what a portal has for a plugin. */
    public InMemoryPluginSettings with(PortalId portal, String plugin, Map<String, Object> values) {
        settings.put(new Key(portal, plugin), Optional.of(new Settings(portal, values)));
        return this;
    }

    /** Makes the stored settings unfit, as after a new version of the plugin. */
    public void spoil(PortalId portal, String plugin) {
        settings.put(new Key(portal, plugin), Optional.empty());
    }

    @Override
    public Optional<Settings> of(PortalId portal, String plugin) {
        Optional<Settings> found = settings.get(new Key(portal, plugin));
        if (found == null) {
            return Optional.empty();
        }
        if (found.isEmpty()) {
            throw Problem.UNAVAILABLE.because(
                    "plugin.settings-invalid", "The settings of " + plugin + " need attention");
        }
        return found;
    }

    private record Key(PortalId portal, String plugin) {}
}
