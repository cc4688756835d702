package org.patchbay.extensions;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.extensions.Trunks;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.book.PortalBook;
import org.patchbay.extensions.thing.Kinds;

/** Trunks and which of them carry a call, from memory. Thread-safe. */
@Component
public final class TrunkService implements Trunks {

    private final Books books;

    @Activate
    public TrunkService(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Optional<Trunk> find(PortalId portal, String id) {
        return books.of(portal).find(Kinds.TRUNK, id);
    }

    @Override
    public List<Trunk> list(PortalId portal) {
        return books.of(portal).trunks().stream().filter(Trunk::on).toList();
    }

    @Override
    public List<Trunk> route(PortalId portal, String number, DepartmentId caller) {
        PortalBook book = books.of(portal);
        if (!number.startsWith("+")) {
            return list(portal);
        }
        Optional<OutboundRule> rule =
                book.rules().stream().filter(each -> each.fits(number, caller)).findFirst();
        return rule.map(found -> found.trunks().stream()
                        .flatMap(id -> book.find(Kinds.TRUNK, id).stream())
                        .filter(Trunk::on)
                        .toList())
                .orElseGet(() -> list(portal));
    }
}
