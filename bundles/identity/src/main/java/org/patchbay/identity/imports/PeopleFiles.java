package org.patchbay.identity.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.ImportStore;
import org.patchbay.identity.store.ImportedStore;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.PictureStore;
import org.patchbay.identity.store.StorageStore;
import org.patchbay.identity.store.StoredRow;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Pictures, imports, what imports left, and the storage taken: given away and erased with a person or a portal. */
@Component(service = {PortalData.class, PersonData.class, PeopleFiles.class})
public final class PeopleFiles implements PortalData, PersonData {

    private static final int ROWS_AT_ONCE = 500;

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

    /** Takes the rows that name the person out of the files of others that wait; before the person is deleted. */
    public void forget(Person person) {
        Set<String> addresses = Stream.concat(Stream.of(person.login()), person.email().stream())
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        for (PeopleImport waiting : imports.list(person.portal())) {
            List<StoredRow> rows;
            do {
                rows = imports.sharing(person.portal(), waiting.id(), addresses, Optional.empty(), ROWS_AT_ONCE);
                rows.forEach(row -> imports.deleteRow(
                        person.portal(), waiting.id(), row.row().line()));
                if (!rows.isEmpty()) {
                    imports.update(waiting.counting(imports.counts(person.portal(), waiting.id())));
                }
            } while (rows.size() == ROWS_AT_ONCE);
        }
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        imports.of(portal, person).forEach(known -> imports.delete(portal, known.id()));
        imported.delete(portal, person);
        pictures.put(portal, person, Optional.empty());
        storage.delete(portal, person);
    }
}
