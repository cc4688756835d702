package org.patchbay.tenancy.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.PortalView;
import org.patchbay.tenancy.PortalEditor;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.tenancy.InMemoryPortals;

class PortalResourceTest {

    private final InMemoryPortals portals = new InMemoryPortals();
    private final Portal acme = portals.named("Acme");
    private final Portal bolt = portals.named("Bolt");
    private final PortalResource resource =
            new PortalResource(portals, new PortalEditor(portals, new RoleAccess(portals)));

    private static PortalDraft draft(String host) {
        return new PortalDraft("New", host, "en", "UTC", "#000000");
    }

    @Test
    void createsWithALocationAndATag() {
        Response answer = resource.create(draft("new.localhost"), Callers.root());
        Portal created = (Portal) answer.getEntity();

        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("portals/" + created.id());
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void getsOneWithATag() {
        Response answer = resource.get(acme.id().value());
        assertThat(answer.getEntity()).isEqualTo(acme);
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"1\"");
        refuses(Problem.NOT_FOUND, () -> resource.get("garbage"));
    }

    @Test
    void changesTheVersionOfTheHeader() {
        Response answer = resource.update(bolt.id().value(), "\"1\"", draft("bolt.localhost"), Callers.root());
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"2\"");
        refuses(
                Problem.STALE,
                () -> resource.update(bolt.id().value(), "\"1\"", draft("bolt.localhost"), Callers.root()));
        refuses(
                Problem.INVALID,
                () -> resource.update(bolt.id().value(), null, draft("bolt.localhost"), Callers.root()));
        assertThat(portals.find(acme.id())).contains(acme);
    }

    @Test
    void listsAndDeletes() {
        assertThat(resource.list(null, 1, null).items()).containsExactly(acme);
        assertThat(resource.list("bolt", 50, null).items()).containsExactly(bolt);
        resource.delete(acme.id().value(), Callers.root());
        assertThat(resource.list(null, 50, null).items()).containsExactly(bolt);
        refuses(Problem.INVALID, () -> resource.list(null, 501, null));
    }

    @Test
    void tellsAnybodyOnlyTheFaceOfThePortal() {
        PortalView view = new HostPortalResource(portals).get(Callers.nobody(acme.id()));
        assertThat(view).isEqualTo(PortalView.of(acme, Instant.now()));
        assertThat(view.open()).isTrue();
        assertThat(new HostPortalResource(portals)
                        .get(Callers.nobody(PortalId.ROOT))
                        .root())
                .isTrue();
    }

    private static void refuses(Problem problem, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
