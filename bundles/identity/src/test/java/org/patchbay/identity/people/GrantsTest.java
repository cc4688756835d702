package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.World;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.testing.identity.Callers;

class GrantsTest {

    private final World world = new World();
    private final Caller owner = Callers.administrator(world.acme);
    private final DepartmentId sales = world.departments
            .create(world.acme, DepartmentDraft.named("Sales"), Callers.root())
            .id();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource({
        "manager, user receptionist manager",
        "owner, user receptionist group-administrator manager",
        "receptionist, ''",
        "group-administrator, ''",
        "user, ''"
    })
    @Tag("S3.31")
    @Tag("S3.42")
    void offersInTheOwnDepartmentWhatMayBeGiven(String role, String given) {
        var grants = world.grants.of(world.acme, Callers.holder(world.acme, sales, role));

        assertThat(grants.everywhere()).isEmpty();
        assertThat(grants.rights()).isEmpty();
        if (given.isEmpty()) {
            assertThat(grants.departments()).isEmpty();
        } else {
            assertThat(grants.departments())
                    .containsExactly(new Grants.DepartmentGrants(sales, List.of(given.split(" "))));
        }
    }

    @Test
    void offersEverythingToSystemOwnersAndToAdministratorsWhatHearsNoCalls() {
        var all = world.grants.of(world.acme, owner);
        assertThat(all.everywhere()).containsExactly("system-administrator", "system-owner");
        assertThat(all.departments()).hasSize(2).allSatisfy(grants -> assertThat(grants.roles())
                .containsExactly("user", "receptionist", "group-administrator", "manager", "owner"));
        assertThat(all.rights()).contains(Right.LISTEN_IN, Right.MANAGE_ROLES).doesNotContain(Right.MANAGE_PORTALS);

        var fewer = world.grants.of(world.acme, Callers.member(world.acme, "system-administrator"));
        assertThat(fewer.everywhere()).isEmpty();
        assertThat(fewer.rights()).isEmpty();
        assertThat(fewer.departments()).hasSize(2).allSatisfy(grants -> assertThat(grants.roles())
                .containsExactly("user", "receptionist", "group-administrator"));
    }

    @Test
    @Tag("S2.07")
    void offersRolesOfThePortalsOwnToWhoHasTheirRights() {
        String listener = world.customRoles
                .create(world.acme, new RoleDraft("Listener", false, Set.of(Right.LISTEN_IN)), owner)
                .name();
        String whisperer = world.customRoles
                .create(world.acme, new RoleDraft("Whisperer", false, Set.of(Right.WHISPER)), owner)
                .name();

        var grants = world.grants.of(world.acme, Callers.holder(world.acme, sales, "manager"));

        assertThat(grants.departments().get(0).roles()).contains(listener).doesNotContain(whisperer);
        assertThat(world.grants
                        .of(world.bolt, Callers.administrator(world.bolt))
                        .departments())
                .allSatisfy(there -> assertThat(there.roles()).doesNotContain(listener));
    }
}
