package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.Meanwhile;
import org.patchbay.identity.Moments;
import org.patchbay.identity.Services;
import org.patchbay.identity.World;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.TestDatabase;

/** What a database must prove of two who make, give or delete the same role, or name a department alike. */
interface PlaceRaces {

    TestDatabase database();

    /** The one who deletes it has just seen that nobody has it. */
    @ParameterizedTest
    @EnumSource
    default void nobodyGetsARoleThatIsBeingDeleted(Gift gift) {
        try (var world = new World()) {
            Caller by = Callers.administrator(world.acme);
            String role = role(world, gift.everywhere);
            var giving = new Meanwhile(gift.of(role, world.acme, services(world, people(), roles(), departments())));
            PersonStore seen = Moments.after(PersonStore.class, people(), "hasRole", giving::asFarAsItGoes);

            services(world, seen, roles(), departments()).customRoles().delete(world.acme, role, by);

            assertThat(giving.refusal().map(PlaceRaces::code)).contains(gift.refusal);
            assertThat(people().hasRole(world.acme, role)).isFalse();
        }
    }

    /** The one who gives it has found it, and the person is about to be written. */
    @ParameterizedTest
    @EnumSource
    default void aRoleThatIsBeingGivenIsNotDeleted(Gift gift) {
        try (var world = new World()) {
            String role = role(world, gift.everywhere);
            var deletion = new Meanwhile(() -> services(world, people(), roles(), departments())
                    .customRoles()
                    .delete(world.acme, role, Callers.administrator(world.acme)));
            PersonStore writing = Moments.before(PersonStore.class, people(), gift.written, deletion::asFarAsItGoes);

            gift.of(role, world.acme, services(world, writing, roles(), departments()))
                    .run();

            assertThat(deletion.refusal().map(PlaceRaces::code)).contains("role.used");
            assertThat(roles().find(world.acme, role)).isPresent();
        }
    }

    @Test
    default void ofTwoRolesOfOneTitleOneIsMade() {
        try (var world = new World()) {
            var other = new Meanwhile(() -> role(world, true));
            RoleStore writing = Moments.before(RoleStore.class, roles(), "insert", other::toItsEnd);
            var customRoles = services(world, people(), writing, departments()).customRoles();
            var draft = new RoleDraft("AUDITOR", true, Set.of(Right.SEE_REPORTS));

            PatchbayException refused = Meanwhile.refusal(
                            () -> customRoles.create(world.acme, draft, Callers.administrator(world.acme)))
                    .orElseThrow();

            assertThat(refused.errors())
                    .containsExactly(new FieldError("/title", "role.taken", "is the name of another role"));
            assertThat(other.refusal()).isEmpty();
            assertThat(roles().list(world.acme)).extracting(StoredRole::title).containsExactly("Auditor");
        }
    }

    @Test
    default void ofTwoDepartmentsOfOneNameOneIsMade() {
        try (var world = new World()) {
            Caller by = Callers.administrator(world.acme);
            var other = new Meanwhile(() -> services(world, people(), roles(), departments())
                    .departments()
                    .create(world.acme, DepartmentDraft.named("Sales"), by));
            DepartmentStore writing = Moments.before(DepartmentStore.class, departments(), "insert", other::toItsEnd);
            var service = services(world, people(), roles(), writing).departments();

            PatchbayException refused = Meanwhile.refusal(
                            () -> service.create(world.acme, DepartmentDraft.named("SALES"), by))
                    .orElseThrow();

            assertThat(refused.errors())
                    .containsExactly(new FieldError("/name", "department.taken", "is the name of another department"));
            assertThat(other.refusal()).isEmpty();
            assertThat(departments().list(world.acme)).hasSize(1);
        }
    }

    private String role(World world, boolean everywhere) {
        return services(world, people(), roles(), departments())
                .customRoles()
                .create(
                        world.acme,
                        new RoleDraft("Auditor", everywhere, Set.of(Right.SEE_REPORTS)),
                        Callers.administrator(world.acme))
                .name();
    }

    private Services services(World world, PersonStore people, RoleStore roles, DepartmentStore departments) {
        return Services.of(world, people, departments, roles, database().unitOfWork());
    }

    private PersonStore people() {
        return new JpaPersonStore(database().jpa());
    }

    private RoleStore roles() {
        return new JpaRoleStore(database().jpa());
    }

    private DepartmentStore departments() {
        return new JpaDepartmentStore(database().jpa());
    }

    private static String code(PatchbayException refused) {
        return refused.errors().isEmpty()
                ? refused.code()
                : refused.errors().get(0).code();
    }
}
