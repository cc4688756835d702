package org.patchbay.identity;

import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.department.DepartmentService;
import org.patchbay.identity.imports.ImportService;
import org.patchbay.identity.imports.RowSaver;
import org.patchbay.identity.people.AccessService;
import org.patchbay.identity.people.BulkService;
import org.patchbay.identity.people.CustomRoles;
import org.patchbay.identity.people.DepartmentRemoval;
import org.patchbay.identity.people.Enrolment;
import org.patchbay.identity.people.KeptPlaces;
import org.patchbay.identity.people.LastOwner;
import org.patchbay.identity.people.PeopleService;
import org.patchbay.identity.people.PersonWriter;
import org.patchbay.identity.people.Precedence;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.DepartmentStore;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.RoleStore;

/** What changes people and departments, on stores of a test's own; all else is of a world. */
public record Services(
        People people,
        BulkService bulk,
        ImportService imports,
        Departments departments,
        DepartmentRemoval removal,
        CustomRoles customRoles) {

    public static Services of(World world, PersonStore store, DepartmentStore departmentStore, UnitOfWork work) {
        return of(world, store, departmentStore, world.roleStore, work);
    }

    public static Services of(
            World world, PersonStore store, DepartmentStore departmentStore, RoleStore roleStore, UnitOfWork work) {
        var roles = new RoleBook(roleStore, work);
        Access access = new AccessService(roles, world.portals);
        var statuses = new PersonStatuses(world.portals, departmentStore, world.clock);
        var precedence = new Precedence(access, roles, new LastOwner(store, statuses));
        var departments = new DepartmentService(departmentStore, store, access, world.portals, world.audit, work);
        var kept = new KeptPlaces(departmentStore, roleStore);
        var writer = new PersonWriter(
                store, world.book, world.apiTokens, roles, world.welcome, world.notices, world.events, world.audit);
        var people = new PeopleService(
                store,
                statuses,
                world.filters,
                access,
                precedence,
                roles,
                departments,
                kept,
                writer,
                world.signInData,
                world.newPasswords,
                world.welcome,
                world.notices,
                world.events,
                world.audit,
                work);
        var imports = new ImportService(
                world.importStore,
                new Enrolment(store, precedence, roles, departments, kept, world.events, world.audit),
                new RowSaver(world.importStore, world.importedStore, world.progress, world.welcomes, work),
                world.secrets,
                world.audit,
                work,
                world.clock);
        return new Services(
                people,
                new BulkService(people, precedence, roles, kept, work),
                imports,
                departments,
                new DepartmentRemoval(departments, kept, store, statuses, writer, precedence, roles, access, work),
                new CustomRoles(roleStore, store, roles, access, world.audit, work));
    }
}
