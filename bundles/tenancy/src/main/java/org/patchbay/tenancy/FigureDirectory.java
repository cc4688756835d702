package org.patchbay.tenancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.PortalId;
import org.patchbay.spi.tenancy.PortalFigure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is counted in portals, by the slices that know; they come and go. */
@Component(service = FigureDirectory.class)
public final class FigureDirectory {

    private static final Logger log = LoggerFactory.getLogger(FigureDirectory.class);

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PortalFigure> figures = List.of();

    public FigureDirectory() {}

    FigureDirectory(List<PortalFigure> figures) {
        this.figures = List.copyOf(figures);
    }

    /** The numbers of each portal by name; one that cannot be had at the moment is left out. */
    public Map<PortalId, Map<String, Long>> count(Collection<PortalId> portals) {
        Map<PortalId, Map<String, Long>> counted = new HashMap<>();
        portals.forEach(portal -> counted.put(portal, new TreeMap<>()));
        for (PortalFigure figure : figures) {
            try {
                Map<PortalId, Long> numbers = figure.count(portals);
                counted.forEach((portal, all) -> all.put(figure.name(), numbers.getOrDefault(portal, 0L)));
            } catch (RuntimeException e) {
                log.warn("The number of {} cannot be had at the moment", figure.name(), e);
            }
        }
        return counted;
    }
}
