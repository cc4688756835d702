package org.patchbay.identity.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.People;
import org.patchbay.spi.tenancy.PortalFigure;

/** How many people portals have. */
@Component
public final class PeopleFigure implements PortalFigure {

    private final People people;

    @Activate
    public PeopleFigure(@Reference People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Map<PortalId, Long> count(Collection<PortalId> portals) {
        Map<PortalId, Long> counted = new HashMap<>();
        for (PortalId portal : portals) {
            people.list(portal, Optional.empty(), PageRequest.first(1))
                    .total()
                    .ifPresent(total -> counted.put(portal, total));
        }
        return counted;
    }
}
