package org.patchbay.web.rest;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.web.RestResource;

/** The resources that are there. */
@Component(service = ResourceDirectory.class)
public final class ResourceDirectory {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<RestResource> resources = List.of();

    /** A list that changes only by being replaced. */
    public List<RestResource> resources() {
        return resources;
    }

    /** Replaces the list. */
    public void replace(List<RestResource> present) {
        resources = List.copyOf(present);
    }
}
