package org.patchbay.identity.imports;

import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.ImportStore;
import org.patchbay.identity.store.ImportedStore;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.PictureStore;
import org.patchbay.identity.store.StorageStore;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Pictures, imports, what imports left, and the storage taken: given away and erased with a person or a portal. */
@Component
public final class PeopleFiles implements PortalData, PersonData {

    private final PersonStore people;
    private final ImportStore imports;
    private final ImportedStore imported;
    private final PictureStore pictures;
    private final StorageStore storage;
    private final UnitOfWork work;

    @Activate
    public PeopleFiles(
            @Reference PersonStore people,
            @Reference ImportStore imports,
            @Reference ImportedStore imported,
            @Reference PictureStore pictures,
            @Reference StorageStore storage,
            @Reference UnitOfWork work) {
        this.people = people;
        this.imports = imports;
        this.imported = imported;
        this.pictures = pictures;
        this.storage = storage;
        this.work = work;
    }

    @Override
    public String name() {
        return "people-files";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        Page.walk(
                page -> work.call(() -> people.list(portal, PersonSelection.of(PeopleQuery.ALL), page)),
                person -> export(portal, person.id(), out));
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        Map<String, String> kept = work.call(() -> imported.attributes(portal, person));
        if (!kept.isEmpty()) {
            out.put("attributes", Map.of("person", person.value(), "values", Sealing.hide(kept)));
        }
        Map<String, Long> taken = work.call(() -> storage.taken(portal, person));
        if (!taken.isEmpty()) {
            out.put("storage", Map.of("person", person.value(), "bytes", taken));
        }
    }

    @Override
    public void erase(PortalId portal) {
        imports.erase(portal);
        imported.erase(portal);
        pictures.erase(portal);
        storage.erase(portal);
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        imports.of(portal, person).forEach(known -> imports.delete(portal, known.id()));
        imported.delete(portal, person);
        pictures.put(portal, person, Optional.empty());
        storage.delete(portal, person);
    }
}
