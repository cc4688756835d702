package org.patchbay.plugins.store;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.plugins.PluginView.Tested;

/**
 * What a portal has set for a plugin.
 *
 * @param plain the settings that are no secrets
 * @param sealed the secrets, encrypted
 * @param revision counts the changes
 * @param tested how the test of this revision went, if there was one
 */
public record StoredSettings(
        Map<String, Object> plain, Map<String, String> sealed, long revision, Optional<Tested> tested) {

    /** No settings at all. */
    public static final StoredSettings NONE = new StoredSettings(Map.of(), Map.of(), 0);

    public StoredSettings(Map<String, Object> plain, Map<String, String> sealed, long revision) {
        this(plain, sealed, revision, Optional.empty());
    }

    public StoredSettings {
        plain = Map.copyOf(plain);
        sealed = Map.copyOf(sealed);
    }

    /** Only names and numbers; values are nobody's business. */
    @Override
    public String toString() {
        return "Revision " + revision + " of " + plain.keySet() + " and " + sealed.keySet();
    }
}
