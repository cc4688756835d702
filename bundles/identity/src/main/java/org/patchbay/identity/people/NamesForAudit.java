package org.patchbay.identity.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.RoleStore;
import org.patchbay.spi.audit.PresentNames;

/** What people, departments and the portal's own roles are called now. */
@Component(service = PresentNames.class)
public final class NamesForAudit implements PresentNames {

    private final PersonStore people;
    private final RoleStore roles;
    private final Departments departments;
    private final UnitOfWork work;

    @Activate
    public NamesForAudit(
            @Reference PersonStore people,
            @Reference RoleStore roles,
            @Reference Departments departments,
            @Reference UnitOfWork work) {
        this.people = people;
        this.roles = roles;
        this.departments = departments;
        this.work = work;
    }

    @Override
    public Map<String, String> names(PortalId portal, Set<String> ids) {
        Map<String, String> names = new HashMap<>();
        departments.list(portal).forEach(department -> names.put(department.id().value(), department.name()));
        work.run(() -> {
            roles.list(portal).forEach(role -> names.put(role.id(), role.title()));
            names.putAll(people.names(portal, ids));
        });
        names.keySet().retainAll(ids);
        return names;
    }
}
