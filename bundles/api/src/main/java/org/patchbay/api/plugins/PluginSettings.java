package org.patchbay.api.plugins;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** Opens settings for the slices that call into plugins; the secrets are in the clear. Thread-safe. */
@ProviderType
public interface PluginSettings {

    /**
     * The settings of this portal; empty when it has none or the plugin is not there.
     *
     * @throws org.patchbay.api.PatchbayException UNAVAILABLE when they no longer fit the plugin's schema or a secret does
     *     not open
     */
    Optional<Settings> of(PortalId portal, String plugin);
}
