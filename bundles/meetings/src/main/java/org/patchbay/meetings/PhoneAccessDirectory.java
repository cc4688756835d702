package org.patchbay.meetings;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.PortalId;
import org.patchbay.spi.meetings.PhoneAccess;

/** By which telephone numbers meetings are reached; none where there is no telephone. Thread-safe. */
@Component(service = PhoneAccessDirectory.class)
public final class PhoneAccessDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PhoneAccess> ways = List.of();

    /** A directory that the container fills. */
    public PhoneAccessDirectory() {}

    /** A directory of these. */
    public PhoneAccessDirectory(List<PhoneAccess> ways) {
        this.ways = List.copyOf(ways);
    }

    List<String> numbers(PortalId portal) {
        return ways.stream().flatMap(way -> way.numbers(portal).stream()).toList();
    }
}
