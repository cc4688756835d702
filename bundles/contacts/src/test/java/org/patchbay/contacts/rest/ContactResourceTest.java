package org.patchbay.contacts.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.api.contacts.Visibility.PUBLIC;

import java.util.List;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;
import org.patchbay.contacts.World;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class ContactResourceTest implements RestResourceContract {

    private final World world = new World();
    private final ContactResource resource = new ContactResource(world.contacts);
    private final ContactGroupResource groups = new ContactGroupResource(world.contacts);
    private final String acme = world.acme.value();
    private final String bolt = world.bolt.value();

    @Override
    public Class<? extends RestResource> resource() {
        return ContactResource.class;
    }

    private static void refuses(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private Contact create(String name, String... inGroups) {
        return (Contact) resource.create(acme, World.draft(PUBLIC, name, inGroups), world.administrator)
                .getEntity();
    }

    @Test
    void createsWithALocationAndATag() {
        Response answer = resource.create(acme, World.full(PUBLIC, "Grace"), world.administrator);
        Contact grace = (Contact) answer.getEntity();

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("portals/" + acme + "/contacts/" + grace.id());
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(resource.get(acme, grace.id().value(), world.user).getEntity())
                .isEqualTo(grace);
        refuses(Problem.NOT_FOUND, () -> resource.get(bolt, grace.id().value(), world.stranger));
    }

    @Test
    @Tag("S0.53")
    void changesTheVersionOfTheHeader() {
        String id = create("Ada").id().value();
        var draft = World.draft(PUBLIC, "Ada L");

        assertThat(resource.update(acme, id, "\"1\"", draft, world.administrator)
                        .getHeaderString("ETag"))
                .isEqualTo("\"2\"");
        refuses(Problem.STALE, () -> resource.update(acme, id, "\"1\"", draft, world.administrator));
        refuses(Problem.INVALID, () -> resource.update(acme, id, null, draft, world.administrator));
        resource.delete(acme, id, world.administrator);
        refuses(Problem.NOT_FOUND, () -> resource.get(acme, id, world.user));
    }

    @Test
    void listsPagesOfWhatIsAskedFor() {
        create("Ada", "Board");
        create("Eve");

        var first = resource.list(acme, null, null, null, 1, null, world.user);
        assertThat(first.items()).extracting(Contact::name).containsExactly("Ada");
        assertThat(first.total()).hasValue(2);
        String next = first.next().orElseThrow();
        assertThat(resource.list(acme, null, null, null, 1, next, world.user).items())
                .extracting(Contact::name)
                .containsExactly("Eve");
        assertThat(resource.list(acme, "ev", null, "PUBLIC", 50, null, world.user)
                        .items())
                .hasSize(1);
        assertThat(resource.list(acme, "", "board", "", 50, null, world.user).items())
                .hasSize(1);
        refuses(Problem.INVALID, () -> resource.list(acme, null, null, "secret", 50, null, world.user));
        refuses(Problem.INVALID, () -> resource.list(acme, "x".repeat(201), null, null, 50, null, world.user));
        refuses(Problem.INVALID, () -> resource.list(acme, null, null, null, 501, null, world.user));
    }

    @Test
    @Tag("S1.25")
    void answersTheMembersOfGroups() {
        Contact ada = create("Ada", "Board");
        Contact eve = create("Eve");

        assertThat(groups.list(acme, world.user).items()).hasSize(1);
        assertThat(groups.members(
                                acme,
                                List.of("Board", "Board"),
                                List.of(eve.id().value()),
                                world.user)
                        .items())
                .containsExactly(ada, eve);
    }
}
