package org.patchbay.api.plugins;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/** The plugins dropped into the deploy folder, and their settings per portal. Thread-safe. */
@ProviderType
public interface Plugins {

    /** Every plugin, by title, as this portal sees it. */
    List<PluginView> list(PortalId portal);

    /** One plugin, as this portal sees it. */
    Optional<PluginView> find(PortalId portal, String plugin);

    /**
     * Stores a portal's settings; a secret left out keeps its value, a secret that is empty is removed.
     *
     * @param revision the one that the change was made on, 0 for the first
     * @throws org.patchbay.api.PatchbayException INVALID naming each field that breaks the schema, STALE after another
     *     change, NOT_FOUND if there is no such plugin
     */
    PluginView configure(PortalId portal, String plugin, long revision, Map<String, Object> values, Caller by);

    /** Removes a portal's settings of the plugin; also of one that is no longer there. */
    void unconfigure(PortalId portal, String plugin, Caller by);

    /**
     * Tries the stored settings out and keeps the result; answers the plugin's sentence, UNAVAILABLE with its complaint.
     * Blocks.
     */
    String test(PortalId portal, String plugin);
}
