package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Right;

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
}
