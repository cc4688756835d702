package org.patchbay.meetings;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.PortalId;
import org.patchbay.spi.meetings.PlannedRoom;
import org.patchbay.spi.meetings.PlannedRooms;

/** Who knows of planned rooms now; nobody where nothing is planned. Thread-safe. */
@Component(service = PlannedRoomDirectory.class)
public final class PlannedRoomDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PlannedRooms> plans = List.of();

    /** A directory that the container fills. */
    public PlannedRoomDirectory() {}

    /** A directory of these. */
    public PlannedRoomDirectory(List<PlannedRooms> plans) {
        this.plans = List.copyOf(plans);
    }

    /** The room planned behind a link's code; asked in a unit of work. */
    public Optional<PlannedRoom> find(PortalId portal, String code) {
        return plans.stream().flatMap(plan -> plan.find(portal, code).stream()).findFirst();
    }
}
