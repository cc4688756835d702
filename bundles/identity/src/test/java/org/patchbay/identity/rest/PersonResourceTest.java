package org.patchbay.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.World;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.testing.identity.Callers;

class PersonResourceTest {

    private final World world = new World();
    private final PersonResource resource = new PersonResource(world.people, world.management);
    private final String acme = world.acme.value();
    private final String bolt = world.bolt.value();
    private final Caller administrator = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private Page<Person> list(String portal, @Nullable String text, int limit, @Nullable String after) {
        return resource.list(
                portal, text, null, null, null, null, limit, after, Callers.administrator(new PortalId(portal)));
    }

    private static void refuses(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    @Test
    @Tag("S0.33")
    void createsWithALocationAndATag() {
        Response answer = resource.create(acme, World.draft("ada"), administrator);
        Person ada = (Person) answer.getEntity();

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("portals/" + acme + "/people/" + ada.id());
        assertThat(answer.getHeaderString("ETag")).matches("\"1\\.[0-9a-f]{16}\"");
        assertThat(resource.get(acme, ada.id().value(), administrator).getEntity())
                .isEqualTo(ada);
        refuses(Problem.NOT_FOUND, () -> resource.get(bolt, ada.id().value(), Callers.administrator(world.bolt)));
    }

    @Test
    @Tag("S0.53")
    void changesTheVersionOfTheHeader() {
        Person ada = world.person(world.acme, "ada");
        String id = ada.id().value();

        Response answer = resource.update(acme, id, "\"1\"", World.draft("ada1"), administrator);
        assertThat(answer.getHeaderString("ETag")).matches("\"2\\.[0-9a-f]{16}\"");
        refuses(Problem.STALE, () -> resource.update(acme, id, "\"1\"", World.draft("ada2"), administrator));
        refuses(Problem.INVALID, () -> resource.update(acme, id, null, World.draft("ada2"), administrator));
        refuses(
                Problem.NOT_FOUND,
                () -> resource.update(bolt, id, "\"2\"", World.draft("x"), Callers.administrator(world.bolt)));
    }

    @Test
    @Tag("S2.01")
    void listsThePeopleOfOnePortal() {
        Person ada = world.person(world.acme, "ada");
        Person eve = world.person(world.acme, "eve");
        Person bob = world.person(world.bolt, "bob");

        var first = list(acme, null, 1, null);
        assertThat(first.items()).containsExactly(ada);
        assertThat(first.total()).hasValue(2);
        assertThat(list(acme, null, 1, first.next().orElseThrow()).items()).containsExactly(eve);
        assertThat(list(acme, "eve", 50, null).items()).containsExactly(eve);
        assertThat(list(bolt, null, 50, null).items()).containsExactly(bob);
    }

    @Test
    void deletesAndInvites() {
        Person ada = world.person(world.acme, "ada");
        resource.invite(acme, ada.id().value(), administrator);
        assertThat(world.mails.sent()).hasSize(2);
        refuses(Problem.NOT_FOUND, () -> resource.delete(bolt, ada.id().value(), Callers.administrator(world.bolt)));
        resource.delete(acme, ada.id().value(), administrator);
        refuses(Problem.NOT_FOUND, () -> resource.get(acme, ada.id().value(), administrator));
    }

    @Test
    @Tag("S3.05")
    void rootIsARoleOfRootsPortalAlone() {
        var roles = new RoleResource(world.roles, world.customRoles, world.grants);
        assertThat(roles.list(acme).items().get(0).rights())
                .containsExactly(
                        Right.OWN_ACCOUNT,
                        Right.TAKE_PART,
                        Right.HOST_MEETINGS,
                        Right.SEE_MEETINGS,
                        Right.SHOW_PRESENCE,
                        Right.SEE_PEOPLE);
        assertThat(roles.list(acme).items())
                .extracting(RoleBook.Role::name)
                .containsExactly(
                        "user",
                        "receptionist",
                        "group-administrator",
                        "manager",
                        "owner",
                        "system-administrator",
                        "system-owner");
        assertThat(roles.list(PortalId.ROOT.value()).items())
                .extracting(RoleBook.Role::name)
                .contains("root");
    }
}
