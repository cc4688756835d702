package org.patchbay.identity.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.Services;
import org.patchbay.identity.World;
import org.patchbay.identity.imports.PeopleImport;
import org.patchbay.identity.people.BulkService.Action;
import org.patchbay.identity.people.BulkService.Order;
import org.patchbay.testing.identity.Callers;

/** How somebody gets into a department. */
enum WayIn {
    CREATED("insert", "department.unknown") {
        @Override
        Runnable into(Department department, Services services) {
            PersonDraft draft = with(department, World.draft("ada"));
            return () -> services.people().create(department.portal(), draft, by(department));
        }
    },
    CHANGED("update", "department.unknown") {
        @Override
        Runnable into(Department department, Services services) {
            Person ada = somebody(department, services);
            PersonDraft draft = with(department, ada.draft());
            return () -> services.people().update(ada.portal(), ada.id(), ada.version(), draft, by(department));
        }
    },
    AMONG_MANY("update", "department.unknown") {
        @Override
        Runnable into(Department department, Services services) {
            Person ada = somebody(department, services);
            var order = new Order(
                    Action.ADD_TO_DEPARTMENT, List.of(ada.id()), Optional.of(department.id()), Optional.empty());
            return () -> services.bulk().run(ada.portal(), order, by(department));
        }
    },
    MOVED("update", "department.unknown") {
        @Override
        Runnable into(Department department, Services services) {
            PortalId portal = department.portal();
            Caller by = by(department);
            Department old = services.departments().create(portal, DepartmentDraft.named("Old"), by);
            services.people().create(portal, with(old, World.draft("ada")), by);
            return () -> services.removal().remove(portal, old.id(), Optional.of(department.id()), by);
        }
    },
    IMPORTED("insertAll", "import.changed") {
        @Override
        Runnable into(Department department, Services services) {
            Caller by = by(department);
            byte[] file = ("EmailAddress,DisplayName,Department\nada@example.org,Ada," + department.name())
                    .getBytes(StandardCharsets.UTF_8);
            PeopleImport begun = services.imports().begin(department.portal(), file, by);
            return () -> services.imports().save(department.portal(), begun.id(), by);
        }
    };

    /** The method of the store by which the person is written in the end. */
    final String written;

    /** The code of the refusal when there is no such department any more. */
    final String refusal;

    WayIn(String written, String refusal) {
        this.written = written;
        this.refusal = refusal;
    }

    /** Everything is ready; what is answered gets somebody into the department. */
    abstract Runnable into(Department department, Services services);

    private static Caller by(Department department) {
        return Callers.administrator(department.portal());
    }

    private static Person somebody(Department department, Services services) {
        return services.people().create(department.portal(), World.draft("ada"), by(department));
    }

    private static PersonDraft with(Department department, PersonDraft draft) {
        return draft.edit()
                .memberships(List.of(new Membership(department.id(), "user")))
                .done();
    }
}
