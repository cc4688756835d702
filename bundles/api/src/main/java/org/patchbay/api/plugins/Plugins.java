package org.patchbay.api.plugins;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** The plugins dropped into the deploy folder, and their settings per portal. Thread-safe. */
@ProviderType
public interface Plugins {

    /** Every plugin, by title, as this portal sees it. */
    List<PluginView> list(PortalId portal);

    /**
     * Stores a portal's settings; a secret left out keeps its value, a secret that is empty is removed.
     *
     * @throws org.patchbay.api.PatchbayException INVALID naming each field that breaks the schema
     */
    PluginView configure(PortalId portal, String plugin, Map<String, Object> values);

    /** Removes a portal's settings of the plugin. */
    void unconfigure(PortalId portal, String plugin);

    /** Tries the stored settings out; answers the plugin's sentence, UNAVAILABLE with its complaint. */
    String test(PortalId portal, String plugin);
}
