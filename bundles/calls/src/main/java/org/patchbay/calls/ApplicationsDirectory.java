package org.patchbay.calls;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.PortalId;
import org.patchbay.calls.call.Applications;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The applications for calls that are there now. Thread-safe. */
@Component(service = ApplicationsDirectory.class)
public final class ApplicationsDirectory implements Applications {

    private static final Logger log = LoggerFactory.getLogger(ApplicationsDirectory.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<CallApplication> applications = List.of();

    /** A directory that the container fills. */
    public ApplicationsDirectory() {}

    /** A directory of these applications. */
    ApplicationsDirectory(List<CallApplication> applications) {
        this.applications = List.copyOf(applications);
    }

    @Override
    public Optional<CallApplication> taking(PortalId portal, Wanted wanted) {
        return applications.stream().filter(one -> takes(one, portal, wanted)).findFirst();
    }

    private static boolean takes(CallApplication one, PortalId portal, Wanted wanted) {
        try {
            return one.takes(portal, wanted);
        } catch (RuntimeException e) {
            log.warn("The application {} does not say whether it takes a call", one.name(), e);
            return false;
        }
    }
}
