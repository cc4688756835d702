package org.patchbay.testing.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.testing.identity.Callers;

/** What portals do, the real ones and the fake. */
public interface PortalsContract {

    /** Who changes the portals here. */
    Caller BY = Callers.root();

    /** Without a portal but root's. */
    Portals portals();

    private static PortalDraft draft(String name, String host) {
        return new PortalDraft(name, host, "de", "Europe/Berlin", "#102030");
    }

    @Test
    default void rootsPortalIsThere() {
        assertThat(portals().find(PortalId.ROOT)).isPresent();
        assertThat(portals().onHost("localhost").map(Portal::id)).contains(PortalId.ROOT);
        assertThat(portals().list(Optional.empty(), PageRequest.first(10)).items())
                .isEmpty();
        refuses(Problem.CONFLICT, () -> portals().delete(PortalId.ROOT, BY));
    }

    @Test
    @Tag("S0.30")
    @Tag("S0.15")
    default void answersAtOnceOnItsHost() {
        Portal acme = portals().create(draft("Acme", "acme.localhost"), BY);
        Portal bolt = portals().create(draft("Bolt", "bolt.localhost"), BY);

        assertThat(portals().onHost("acme.localhost")).contains(acme);
        assertThat(portals().onHost("BOLT.localhost")).contains(bolt);
        assertThat(portals().onHost("other.localhost")).isEmpty();
        assertThat(portals().find(acme.id())).contains(acme);
        assertThat(acme.version()).isEqualTo(1);
    }

    @Test
    default void movesToAnotherHostAtOnce() {
        Portal acme = portals().create(draft("Acme", "acme.localhost"), BY);
        assertThat(portals().onHost("acme.localhost")).isPresent();

        Portal moved = portals().update(acme.id(), 1, draft("Acme", "sons.localhost"), BY);

        assertThat(portals().onHost("sons.localhost")).contains(moved);
        assertThat(portals().onHost("acme.localhost")).isEmpty();
        assertThat(moved.version()).isEqualTo(2);
        assertThat(moved.created()).isEqualTo(acme.created());
    }

    @Test
    @Tag("S0.17")
    default void refusesAHostThatIsTaken() {
        portals().create(draft("Acme", "acme.localhost"), BY);
        Portal bolt = portals().create(draft("Bolt", "bolt.localhost"), BY);

        refuses(Problem.CONFLICT, () -> portals().create(draft("Other", "acme.localhost"), BY));
        refuses(Problem.CONFLICT, () -> portals().update(bolt.id(), 1, draft("Bolt", "acme.localhost"), BY));
        assertThat(portals().find(bolt.id())).contains(bolt);
    }

    @Test
    default void changesOnlyThePresentVersion() {
        Portal acme = portals().create(draft("Acme", "acme.localhost"), BY);
        portals().update(acme.id(), 1, draft("Acme 2", "acme.localhost"), BY);

        refuses(Problem.STALE, () -> portals().update(acme.id(), 1, draft("Acme 3", "acme.localhost"), BY));
        refuses(Problem.NOT_FOUND, () -> portals().update(unknown(), 1, draft("Acme 3", "three.localhost"), BY));
    }

    @Test
    default void deletes() {
        Portal acme = portals().create(draft("Acme", "acme.localhost"), BY);
        Portal bolt = portals().create(draft("Bolt", "bolt.localhost"), BY);

        portals().delete(acme.id(), BY);

        assertThat(portals().find(acme.id())).isEmpty();
        assertThat(portals().onHost("acme.localhost")).isEmpty();
        assertThat(portals().onHost("bolt.localhost")).contains(bolt);
        refuses(Problem.NOT_FOUND, () -> portals().delete(acme.id(), BY));
    }

    @Test
    @Tag("S0.12")
    default void listsByName() {
        portals().create(draft("beta", "b.localhost"), BY);
        portals().create(draft("Alpha", "a.localhost"), BY);
        portals().create(draft("gamma", "c.localhost"), BY);

        Page<Portal> first = portals().list(Optional.empty(), PageRequest.first(2));
        Page<Portal> second = portals().list(Optional.empty(), new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(Portal::name).containsExactly("Alpha", "beta");
        assertThat(second.items()).extracting(Portal::name).containsExactly("gamma");
        assertThat(second.next()).isEmpty();
        assertThat(first.total()).hasValue(3);
        assertThat(portals().list(Optional.of("B.LOC"), PageRequest.first(2)).items())
                .extracting(Portal::name)
                .containsExactly("beta");
    }

    private static PortalId unknown() {
        return new PortalId(Ids.next());
    }

    private static void refuses(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
