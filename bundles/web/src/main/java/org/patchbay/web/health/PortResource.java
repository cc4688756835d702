package org.patchbay.web.health;

import java.util.Comparator;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.PublishedPorts;
import org.patchbay.spi.web.PublishedPorts.Port;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Which ports a network has to let through. */
@Component(service = RestResource.class)
@Path("ports")
@Produces(MediaType.APPLICATION_JSON)
public final class PortResource implements RestResource {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PublishedPorts> publishers = List.of();

    /** A resource that the container fills. */
    public PortResource() {}

    /** A resource of these. */
    PortResource(List<PublishedPorts> publishers) {
        this.publishers = List.copyOf(publishers);
    }

    /** The required ones first. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    public List<Port> list() {
        return publishers.stream()
                .flatMap(publisher -> publisher.ports().stream())
                .sorted(Comparator.comparing(Port::required).reversed().thenComparing(Port::name))
                .toList();
    }
}
