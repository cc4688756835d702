package org.patchbay.identity.imports;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.ImportedStore;

/** What imports said of people that no part uses yet. Thread-safe. */
@Component(service = PersonAttributes.class)
public final class PersonAttributes {

    private final ImportedStore store;
    private final UnitOfWork work;

    @Activate
    public PersonAttributes(@Reference ImportedStore store, @Reference UnitOfWork work) {
        this.store = store;
        this.work = work;
    }

    /** By column; secrets are hidden. */
    public Map<String, String> of(PortalId portal, PersonId person) {
        return Sealing.hide(work.call(() -> store.attributes(portal, person)));
    }
}
