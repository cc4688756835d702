package org.patchbay.calls;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.call.Privileges;

/** What somebody may do by a code at the phone: what their roles allow in the departments of whom it is about. Thread-safe. */
@Component(service = PhonePrivileges.class)
public final class PhonePrivileges implements Privileges {

    private final People people;
    private final CallRights rights;

    @Activate
    public PhonePrivileges(@Reference People people, @Reference Access access) {
        this.people = people;
        this.rights = new CallRights(access);
    }

    @Override
    public boolean may(PortalId portal, Extension by, Right right, Set<DepartmentId> departments) {
        return by.person()
                .flatMap(person -> people.find(portal, person))
                .filter(person -> rights.holds(portal, departments, right, Caller.Member.of(person, "phone", "")))
                .isPresent();
    }
}
