package org.patchbay.identity.status;

import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;

/** The zone in which somebody reads times, for those who are in no unit of work. Thread-safe. */
@Component(service = PersonZones.class)
public final class PersonZones {

    private final PersonStatuses statuses;
    private final UnitOfWork work;

    @Activate
    public PersonZones(@Reference PersonStatuses statuses, @Reference UnitOfWork work) {
        this.statuses = statuses;
        this.work = work;
    }

    /** The person's own zone, else that of the main department, else the portal's. */
    public ZoneId of(Person person) {
        return work.call(() -> statuses.zone(person));
    }
}
