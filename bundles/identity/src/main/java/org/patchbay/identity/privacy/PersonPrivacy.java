package org.patchbay.identity.privacy;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.imports.PeopleFiles;
import org.patchbay.identity.people.Management;
import org.patchbay.identity.people.PersonAudit;
import org.patchbay.spi.web.DataDownload;
import org.patchbay.spi.web.DataDownload.Part;

/** Gives what is kept about a person, and erases it. Thread-safe. */
@Component(service = PersonPrivacy.class)
public final class PersonPrivacy {

    private final People people;
    private final Management management;
    private final PersonDataDirectory data;
    private final PeopleFiles files;
    private final PersonalSecrets secrets;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public PersonPrivacy(
            @Reference People people,
            @Reference Management management,
            @Reference PersonDataDirectory data,
            @Reference PeopleFiles files,
            @Reference PersonalSecrets secrets,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.people = people;
        this.management = management;
        this.data = data;
        this.files = files;
        this.secrets = secrets;
        this.audit = audit;
        this.work = work;
    }

    /** Everything kept about the person; for the person, and for who manages one of the person's departments. */
    public DataDownload download(PortalId portal, PersonId id, Caller by) {
        management.require(portal, id, by);
        audit.record(portal, by, PersonAudit.about("person.data-given", id, Map.of()));
        return new DataDownload(
                "person-" + id + ".json",
                data.holders().stream()
                        .map(holder -> new Part(holder.name(), out -> holder.export(portal, id, out)))
                        .toList());
    }

    /**
     * Deletes the person and erases what every slice keeps; what is sealed under the person's key, in the journal and the
     * audit, can never be opened again. The rules of {@link People#delete} hold.
     */
    public void erase(PortalId portal, PersonId id, Caller by) {
        work.run(() -> {
            people.find(portal, id).ifPresent(files::forget);
            people.delete(portal, id, by);
            data.holders().forEach(holder -> holder.erase(portal, id));
            audit.record(portal, by, PersonAudit.about("person.erased", id, Map.of()));
            secrets.erase(portal, id);
        });
    }
}
