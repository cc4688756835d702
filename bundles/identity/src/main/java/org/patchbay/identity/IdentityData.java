package org.patchbay.identity;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.DepartmentStore;
import org.patchbay.identity.store.PersonSelection;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.RoleStore;
import org.patchbay.spi.identity.PersonData;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Gives the people of a portal; erases them when it goes, and ends their sessions. */
@Component
public final class IdentityData implements PortalData, PersonData {

    private final PersonStore people;
    private final PersonStatuses statuses;
    private final DepartmentStore departments;
    private final RoleStore roles;
    private final SessionBook sessions;
    private final Welcome welcome;

    @Activate
    public IdentityData(
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference DepartmentStore departments,
            @Reference RoleStore roles,
            @Reference SessionBook sessions,
            @Reference Welcome welcome) {
        this.people = people;
        this.statuses = statuses;
        this.departments = departments;
        this.roles = roles;
        this.sessions = sessions;
        this.welcome = welcome;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        Page.walk(
                page -> people.list(portal, PersonSelection.of(PeopleQuery.ALL), page),
                person -> out.put("person", statuses.current(person)));
        departments.list(portal).forEach(department -> out.put("department", department));
        roles.list(portal).forEach(role -> out.put("role", role));
    }

    @Override
    public void export(PortalId portal, PersonId person, DataSink out) {
        people.find(portal, person).ifPresent(found -> out.put("person", statuses.current(found)));
    }

    /** The person's row, sessions and links have gone with the account. */
    @Override
    public void erase(PortalId portal, PersonId person) {}

    @Override
    public void erase(PortalId portal) {
        sessions.endAll(portal);
        welcome.revokeAll(portal);
        people.erase(portal);
        departments.erase(portal);
        roles.erase(portal);
    }
}
