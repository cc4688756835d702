package org.patchbay.extensions;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.TrunkState;

/** Signalling, while it is there. Thread-safe. */
@Component(service = SignallingDirectory.class)
public final class SignallingDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Signalling> present = List.of();

    public SignallingDirectory() {}

    public SignallingDirectory(Signalling only) {
        this.present = List.of(only);
    }

    /** Where a device can be reached now, the preferred first; empty when nowhere. */
    public List<Registration> registrations(PortalId portal, String device) {
        return present.stream()
                .findFirst()
                .map(signalling -> signalling.registrations(portal, device))
                .orElse(List.of());
    }

    /** How a trunk is doing. */
    public TrunkState trunk(PortalId portal, String trunk) {
        return present.stream()
                .findFirst()
                .map(signalling -> signalling.trunk(portal, trunk))
                .orElse(TrunkState.UNKNOWN);
    }
}
