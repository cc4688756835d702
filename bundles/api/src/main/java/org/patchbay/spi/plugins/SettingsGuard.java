package org.patchbay.spi.plugins;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/** A slice that has a say in who changes the settings of a plugin, beyond the right to do so. Called concurrently. */
@ConsumerType
public interface SettingsGuard {

    /**
     * Lets the caller pass, or not; called before the settings change or go.
     *
     * @throws org.patchbay.api.PatchbayException FORBIDDEN for who may not change this plugin's settings
     */
    void requireChange(PortalId portal, String plugin, Caller by);
}
