package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.store.ImportedStore.Imported;
import org.patchbay.identity.store.ImportedStore.Waiting;

/** What every store of what imports leave does. */
interface ImportedStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-000000000001");
    PersonId EVE = new PersonId("02000000-0000-7000-8000-000000000002");
    PersonId BOB = new PersonId("02000000-0000-7000-8000-000000000003");

    ImportedStore store();

    @Test
    @Tag("S3.44")
    default void keepsAttributesAndThoseWhoWait() {
        store().add(
                        ACME,
                        List.of(
                                new Imported(ADA, Map.of("MAC", "\u00e9", "VMEnable", "1"), true),
                                new Imported(EVE, Map.of(), false)));
        store().add(BOLT, List.of(new Imported(BOB, Map.of("DID", "1"), true)));

        assertThat(store().attributes(ACME, ADA)).isEqualTo(Map.of("MAC", "\u00e9", "VMEnable", "1"));
        assertThat(store().attributes(BOLT, ADA)).isEmpty();
        assertThat(store().attributes(ACME, EVE)).isEmpty();
        assertThat(store().waiting(1)).containsExactly(new Waiting(ACME, ADA));
        assertThat(store().waiting(9)).containsExactly(new Waiting(ACME, ADA), new Waiting(BOLT, BOB));
        assertThat(store().welcomed(BOLT, ADA)).isFalse();
        assertThat(store().welcomed(ACME, ADA)).isTrue();
        assertThat(store().welcomed(ACME, ADA)).isFalse();
        store().delete(ACME, ADA);
        assertThat(store().attributes(ACME, ADA)).isEmpty();
        store().erase(ACME);
        assertThat(store().attributes(BOLT, BOB)).isNotEmpty();
        store().erase(BOLT);
        assertThat(store().attributes(BOLT, BOB)).isEmpty();
        assertThat(store().waiting(9)).isEmpty();
    }
}
