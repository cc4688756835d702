package org.patchbay.crm;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.crm.CrmConnector;

/** The connectors as their plugins come and go. */
@Component(service = CrmDirectory.class)
public final class CrmDirectory {

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<CrmConnector> connectors = List.of();

    public CrmDirectory() {}

    CrmDirectory(List<CrmConnector> connectors) {
        this.connectors = connectors;
    }

    /** The connectors there are now, by plugin. */
    List<CrmConnector> connectors() {
        return connectors.stream()
                .sorted(Comparator.comparing(CrmConnector::plugin))
                .toList();
    }
}
