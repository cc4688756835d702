package org.patchbay.identity.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.Services;
import org.patchbay.identity.World;
import org.patchbay.identity.imports.PeopleImport;
import org.patchbay.testing.identity.Callers;

/** How somebody gets a role that the portal made. */
enum Gift {
    TO_SOMEBODY_NEW("insert", "roles.unknown", true) {
        @Override
        Runnable of(String role, PortalId portal, Services services) {
            return () -> services.people().create(portal, World.draft("ada", role), Callers.administrator(portal));
        }
    },
    EVERYWHERE("update", "roles.unknown", true) {
        @Override
        Runnable of(String role, PortalId portal, Services services) {
            Caller by = Callers.administrator(portal);
            Person ada = services.people().create(portal, World.draft("ada"), by);
            var draft = ada.draft().edit().roles(Set.of(role)).done();
            return () -> services.people().update(portal, ada.id(), ada.version(), draft, by);
        }
    },
    IN_A_DEPARTMENT("update", "roles.unknown", false) {
        @Override
        Runnable of(String role, PortalId portal, Services services) {
            Caller by = Callers.administrator(portal);
            Person ada = services.people().create(portal, World.draft("ada"), by);
            var held = new Membership(DepartmentId.defaultOf(portal), role);
            var draft = ada.draft().edit().memberships(List.of(held)).done();
            return () -> services.people().update(portal, ada.id(), ada.version(), draft, by);
        }
    },
    IMPORTED("insertAll", "import.changed", false) {
        @Override
        Runnable of(String role, PortalId portal, Services services) {
            Caller by = Callers.administrator(portal);
            byte[] file =
                    ("EmailAddress,DisplayName,Role\nada@example.org,Ada," + role).getBytes(StandardCharsets.UTF_8);
            PeopleImport begun = services.imports().begin(portal, file, by);
            return () -> services.imports().save(portal, begun.id(), by);
        }
    };

    /** The method of the store by which the person is written in the end. */
    final String written;

    /** The code of the refusal when there is no such role any more. */
    final String refusal;

    /** Whether the role is held in the whole portal. */
    final boolean everywhere;

    Gift(String written, String refusal, boolean everywhere) {
        this.written = written;
        this.refusal = refusal;
        this.everywhere = everywhere;
    }

    /** Everything is ready; what is answered gives the role. */
    abstract Runnable of(String role, PortalId portal, Services services);
}
