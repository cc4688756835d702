package org.patchbay.sip;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.spi.tenancy.PortalFigure;

/** How many phones are registered. */
@Component
public final class PhoneFigure implements PortalFigure {

    private final SipService service;

    @Activate
    public PhoneFigure(@Reference SipService service) {
        this.service = service;
    }

    @Override
    public String name() {
        return "phones";
    }

    @Override
    public Map<PortalId, Long> count(Collection<PortalId> portals) {
        Map<PortalId, Long> counts = new HashMap<>(
                service.server().map(server -> server.bindings().byPortal()).orElse(Map.of()));
        counts.keySet().retainAll(portals);
        return counts;
    }
}
