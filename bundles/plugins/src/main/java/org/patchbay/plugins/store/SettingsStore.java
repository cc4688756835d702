package org.patchbay.plugins.store;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.PluginView.Tested;

/** Settings by portal and plugin. */
public interface SettingsStore {

    Optional<StoredSettings> find(PortalId portal, String plugin);

    /** All settings of the portal by plugin. */
    Map<String, StoredSettings> all(PortalId portal);

    /**
     * Writes settings over those of the revision before.
     *
     * @throws org.patchbay.api.PatchbayException STALE if the present ones are of another revision
     */
    void save(PortalId portal, String plugin, StoredSettings settings);

    /** Keeps how a test of this revision went; without effect when the present one is another. */
    void tested(PortalId portal, String plugin, long revision, Tested result);

    /** Answers whether there were any. */
    boolean remove(PortalId portal, String plugin);

    void erase(PortalId portal);
}
