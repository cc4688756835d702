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
import org.patchbay.spi.meetings.Captioner;

/** The captioners that are here now; usually none. Thread-safe. */
@Component(service = CaptionerDirectory.class)
public final class CaptionerDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Captioner> captioners = List.of();

    /** A directory that the container fills. */
    public CaptionerDirectory() {}

    /** A directory of these captioners. */
    public CaptionerDirectory(List<Captioner> captioners) {
        this.captioners = List.copyOf(captioners);
    }

    /** Who writes down what is said in meetings of this portal. */
    public Optional<Captioner> of(PortalId portal) {
        return captioners.stream().filter(captioner -> captioner.serves(portal)).findFirst();
    }
}
