package org.patchbay.plugins;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.spi.plugins.SettingsGuard;

/** The slices that have a say in who changes settings, as they come and go. Thread-safe. */
@Component(service = SettingsGuardDirectory.class)
public final class SettingsGuardDirectory {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<SettingsGuard> guards = List.of();

    public SettingsGuardDirectory() {}

    SettingsGuardDirectory(List<SettingsGuard> guards) {
        this.guards = guards;
    }

    void requireChange(PortalId portal, String plugin, Caller by) {
        guards.forEach(guard -> guard.requireChange(portal, plugin, by));
    }
}
