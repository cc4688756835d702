package org.patchbay.web.health;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.web.HealthCheck;

/** The checks that are there. */
@Component(service = CheckDirectory.class)
public final class CheckDirectory {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<HealthCheck> checks = List.of();

    public List<HealthCheck> checks() {
        return checks;
    }

    /** Replaces the list. */
    void replace(List<HealthCheck> present) {
        checks = List.copyOf(present);
    }
}
