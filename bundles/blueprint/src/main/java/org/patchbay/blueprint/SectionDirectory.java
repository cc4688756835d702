package org.patchbay.blueprint;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.spi.tenancy.PortalSection;

/** The sections that files have now; they come and go. Thread-safe. */
@Component(service = SectionDirectory.class)
public final class SectionDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<PortalSection<?>> sections = List.of();

    /** A directory that the container fills. */
    public SectionDirectory() {}

    /** A directory of these. */
    SectionDirectory(List<PortalSection<?>> sections) {
        this.sections = List.copyOf(sections);
    }

    /** All of them, in the order in which they are applied. */
    List<PortalSection<?>> all() {
        return sections.stream()
                .sorted(Comparator.comparingInt(
                                (PortalSection<?> one) -> one.section().order())
                        .thenComparing(one -> one.section().name()))
                .toList();
    }
}
