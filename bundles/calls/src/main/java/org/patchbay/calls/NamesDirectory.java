package org.patchbay.calls;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.PortalId;
import org.patchbay.calls.call.Names;
import org.patchbay.spi.calls.NumberNames;

/** Who knows the names of numbers, as long as somebody does. Thread-safe. */
@Component(service = NamesDirectory.class)
public final class NamesDirectory implements Names {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<NumberNames> books = List.of();

    /** A directory that the container fills. */
    public NamesDirectory() {}

    /** A directory of these. */
    NamesDirectory(List<NumberNames> books) {
        this.books = List.copyOf(books);
    }

    @Override
    public boolean areThere() {
        return !books.isEmpty();
    }

    @Override
    public Optional<String> of(PortalId portal, String number) {
        return books.stream()
                .flatMap(book -> book.name(portal, number).stream())
                .findFirst();
    }
}
