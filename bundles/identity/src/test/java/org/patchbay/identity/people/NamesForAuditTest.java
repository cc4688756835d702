package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.World;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.testing.identity.Callers;

class NamesForAuditTest {

    private final World world = new World();
    private final NamesForAudit names =
            new NamesForAudit(world.personStore, world.roleStore, world.departments, world.work);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void namesWhatIsThereOfThePortalAlone() {
        var owner = Callers.administrator(world.acme);
        Person anna = world.people.create(world.acme, PersonDraft.of("anna", "Anna Berger"), owner);
        var role = world.customRoles.create(
                world.acme, new RoleDraft("Reports only", true, Set.of(Right.SEE_REPORTS)), owner);
        var ids = Set.of(anna.id().value(), role.name(), world.acme.value(), Ids.next());

        assertThat(names.names(world.acme, ids))
                .isEqualTo(Map.of(
                        anna.id().value(), "Anna Berger", role.name(), "Reports only", world.acme.value(), "Default"));
        assertThat(names.names(world.bolt, ids)).isEmpty();
    }
}
