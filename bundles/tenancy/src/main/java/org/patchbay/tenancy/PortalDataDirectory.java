package org.patchbay.tenancy;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.PortalId;
import org.patchbay.spi.tenancy.PortalData;
import org.patchbay.spi.web.DataDownload.Part;

/** The slices that hold data of portals, as they come and go. */
@Component(service = PortalDataDirectory.class)
public final class PortalDataDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PortalData> holders = List.of();

    public PortalDataDirectory() {}

    PortalDataDirectory(List<PortalData> holders) {
        this.holders = List.copyOf(holders);
    }

    /** What each slice gives, by the slice's name. */
    public List<Part> parts(PortalId portal) {
        return holders.stream()
                .sorted(Comparator.comparing(PortalData::name))
                .map(holder -> new Part(holder.name(), out -> holder.export(portal, out)))
                .toList();
    }

    void erase(PortalId portal) {
        for (PortalData holder : holders) {
            holder.erase(portal);
        }
    }
}
