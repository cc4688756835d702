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
import org.patchbay.spi.meetings.MeetingRecorder;

/** The recorders that are here now; one or none. Thread-safe. */
@Component(service = RecorderDirectory.class)
public final class RecorderDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MeetingRecorder> recorders = List.of();

    /** A directory that the container fills. */
    public RecorderDirectory() {}

    /** A directory of these recorders. */
    public RecorderDirectory(List<MeetingRecorder> recorders) {
        this.recorders = List.copyOf(recorders);
    }

    /** Who records meetings of this portal. */
    public Optional<MeetingRecorder> of(PortalId portal) {
        return recorders.stream().filter(recorder -> recorder.serves(portal)).findFirst();
    }
}
