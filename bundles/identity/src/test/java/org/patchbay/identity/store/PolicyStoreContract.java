package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of sign-in policies does. */
interface PolicyStoreContract {

    PolicyStore store();

    @Test
    default void keepsThePresentVersion() {
        var first = new StoredPolicy(ACME, "roles", Set.of("owner", "manager"), 64, 1);
        var second = new StoredPolicy(ACME, "everybody", Set.of(), 128, 2);

        assertThat(store().find(ACME)).isEmpty();
        assertThat(store().save(second)).isFalse();
        assertThat(store().save(first)).isTrue();
        assertThat(store().find(ACME)).contains(first);
        assertThat(store().find(BOLT)).isEmpty();
        assertThat(store().save(first)).isFalse();
        assertThat(store().save(second)).isTrue();
        assertThat(store().find(ACME)).contains(second);
    }

    @Test
    default void erasesAPortal() {
        store().save(new StoredPolicy(ACME, "optional", Set.of(), 128, 1));
        store().save(new StoredPolicy(BOLT, "optional", Set.of(), 128, 1));

        store().erase(ACME);

        assertThat(store().find(ACME)).isEmpty();
        assertThat(store().find(BOLT)).isPresent();
    }
}
