package org.patchbay.jvb;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.spi.media.MediaClients;

/** By whom the server listens at videobridges; one or none. Thread-safe. */
@Component(service = MediaClientDirectory.class)
public final class MediaClientDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<MediaClients> clients = List.of();

    Optional<MediaClients> find() {
        return clients.stream().findFirst();
    }
}
