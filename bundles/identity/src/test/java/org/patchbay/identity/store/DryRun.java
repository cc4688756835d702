package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.identity.Services;
import org.patchbay.identity.World;
import org.patchbay.identity.imports.ImportService;
import org.patchbay.identity.imports.ImportState;
import org.patchbay.identity.imports.PeopleImport;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.TestDatabase;

/** What a database must prove of an import that is tried. */
interface DryRun {

    TestDatabase database();

    @Test
    @Tag("S3.18")
    default void leavesNothingAndCanBeSavedAfterwards() {
        try (var world = new World()) {
            Caller by = Callers.administrator(world.acme);
            var services = Services.of(
                    world,
                    new JpaPersonStore(database().jpa()),
                    new JpaDepartmentStore(database().jpa()),
                    new JpaRoleStore(database().jpa()),
                    database().unitOfWork());
            ImportService imports = services.imports();
            byte[] file = "ada@example.org,Ada\nbob@example.org,Bob\n".getBytes(StandardCharsets.UTF_8);
            PeopleImport begun = imports.begin(world.acme, file, by);

            PeopleImport tried = imports.dryRun(world.acme, begun.id(), by);

            assertThat(tried).isEqualTo(imports.get(world.acme, begun.id(), by));
            assertThat(tried.state()).isEqualTo(ImportState.CHECKED);
            assertThat(people(services.people(), world.acme)).hasValue(0);
            imports.save(world.acme, begun.id(), by);
            assertThat(people(services.people(), world.acme)).hasValue(2);
        }
    }

    private static OptionalLong people(People people, PortalId portal) {
        return people.list(portal, Optional.empty(), PageRequest.first(1)).total();
    }
}
