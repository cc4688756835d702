package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.api.identity.PersonId;

/** What every store of storage taken does. */
interface StorageStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-000000000001");
    PersonId EVE = new PersonId("02000000-0000-7000-8000-000000000002");

    StorageStore store();

    @Test
    default void countsByKind() {
        store().set(ACME, ADA, "pictures", 5);
        store().set(ACME, ADA, "recordings", 1L << 40);
        store().set(ACME, ADA, "pictures", 7);
        store().set(ACME, EVE, "pictures", 1);

        assertThat(store().taken(ACME, ADA)).isEqualTo(Map.of("pictures", 7L, "recordings", 1L << 40));
        assertThat(store().taken(BOLT, ADA)).isEmpty();
        store().delete(ACME, ADA);
        assertThat(store().taken(ACME, ADA)).isEmpty();
        store().erase(BOLT);
        assertThat(store().taken(ACME, EVE)).isNotEmpty();
        store().erase(ACME);
        assertThat(store().taken(ACME, EVE)).isEmpty();
    }
}
