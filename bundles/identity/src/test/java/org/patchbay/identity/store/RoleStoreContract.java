package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.Meanwhile;

/** What every store of a portal's own roles does. */
interface RoleStoreContract {

    RoleStore store();

    private static StoredRole role(PortalId portal) {
        return new StoredRole(Ids.next(), portal, "Billing only", true, Set.of(Right.SEE_REPORTS, Right.SEE_MAIL), 1);
    }

    @Test
    default void findsRolesOfTheirPortalOnly() {
        StoredRole billing = role(ACME);
        store().insert(billing);
        store().insert(role(BOLT));

        assertThat(store().find(ACME, billing.id())).contains(billing);
        assertThat(store().find(BOLT, billing.id())).isEmpty();
        assertThat(store().list(ACME)).containsExactly(billing);
        store().erase(ACME);
        assertThat(store().list(ACME)).isEmpty();
        assertThat(store().list(BOLT)).hasSize(1);
    }

    @Test
    default void changesOnlyThePresentVersionAndDeletes() {
        StoredRole billing = role(ACME);
        store().insert(billing);
        var all = new StoredRole(billing.id(), ACME, "All", true, EnumSet.allOf(Right.class), 2);

        assertThat(store().update(new StoredRole(billing.id(), BOLT, "Stolen", true, Set.of(), 2)))
                .isFalse();
        assertThat(store().update(all)).isTrue();
        assertThat(store().update(all)).isFalse();
        assertThat(store().find(ACME, billing.id())).contains(all);
        store().delete(BOLT, billing.id());
        assertThat(store().find(ACME, billing.id())).isPresent();
        store().delete(ACME, billing.id());
        assertThat(store().find(ACME, billing.id())).isEmpty();
    }

    private static StoredRole titled(PortalId portal, String title) {
        return new StoredRole(Ids.next(), portal, title, true, Set.of(Right.SEE_REPORTS), 1);
    }

    @Test
    default void aTitleIsOfOneRoleOfAPortalWithoutCase() {
        StoredRole first = titled(ACME, "B\u00fcro");
        StoredRole other = titled(ACME, "Other");
        List.of(first, other, titled(BOLT, "B\u00fcro")).forEach(store()::insert);
        var renamed = new StoredRole(other.id(), ACME, "b\u00fcro", true, other.rights(), 2);

        refusesTwice(() -> store().insert(titled(ACME, "B\u00dcRO")));
        refusesTwice(() -> store().update(renamed));
        assertThat(store().update(new StoredRole(first.id(), ACME, "B\u00dcRO", true, first.rights(), 2)))
                .isTrue();
        assertThat(store().list(ACME)).hasSize(2);
    }

    private static void refusesTwice(Runnable action) {
        assertThat(Meanwhile.refusal(action).map(PatchbayException::code)).contains("store.conflict");
    }

    @Test
    default void locksThoseThatAreThere() {
        StoredRole first = titled(ACME, "First");
        StoredRole second = titled(ACME, "Second");
        StoredRole other = titled(BOLT, "Other");
        List.of(first, second, other).forEach(store()::insert);

        assertThat(store().lock(ACME, List.of(second.id(), "none", other.id(), first.id(), second.id())))
                .containsExactlyInAnyOrder(first, second);
        assertThat(store().lock(ACME, List.of())).isEmpty();
    }
}
