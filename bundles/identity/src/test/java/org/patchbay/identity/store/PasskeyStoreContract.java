package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** What every store of passkeys does. */
interface PasskeyStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-00000000000a");
    PersonId BOB = new PersonId("02000000-0000-7000-8000-00000000000b");

    PasskeyStore store();

    private static StoredPasskey passkey(String id, PortalId portal, PersonId person) {
        return new StoredPasskey(
                id, portal, person, "Laptop " + id, "c".repeat(1366) + id, "data", 3, THEN, Optional.empty());
    }

    @Test
    default void findsByTheCredentialInThePortal() {
        StoredPasskey one = passkey("k1", ACME, ADA);
        StoredPasskey other = passkey("k2", ACME, ADA);
        List.of(one, other, passkey("k3", ACME, BOB), passkey("k1b", BOLT, ADA)).forEach(store()::insert);

        assertThat(store().find(ACME, one.credential())).contains(one);
        assertThat(store().find(BOLT, one.credential())).isEmpty();
        assertThat(store().list(ACME, ADA)).containsExactly(one, other);
    }

    @Test
    default void countsAUseOnce() {
        StoredPasskey one = passkey("k1", ACME, ADA);
        store().insert(one);

        assertThat(store().used(BOLT, "k1", 3, 4, THEN)).isFalse();
        assertThat(store().used(ACME, "k1", 2, 4, THEN)).isFalse();
        assertThat(store().used(ACME, "k1", 3, 4, THEN.plusSeconds(1))).isTrue();
        assertThat(store().used(ACME, "k1", 3, 4, THEN)).isFalse();
        assertThat(store().used(ACME, "gone", 3, 4, THEN)).isFalse();
        StoredPasskey used = store().find(ACME, one.credential()).orElseThrow();
        assertThat(used.counter()).isEqualTo(4);
        assertThat(used.lastUsed()).contains(THEN.plusSeconds(1));
    }

    @Test
    default void renamesAndDeletesThoseOfThePersonAlone() {
        store().insert(passkey("k1", ACME, ADA));
        store().insert(passkey("k2", ACME, ADA));

        assertThat(store().rename(ACME, BOB, "k1", "Stolen")).isFalse();
        assertThat(store().rename(BOLT, ADA, "k1", "Stolen")).isFalse();
        assertThat(store().rename(ACME, ADA, "k1", "Phone")).isTrue();
        assertThat(store().list(ACME, ADA)).extracting(StoredPasskey::name).containsExactly("Phone", "Laptop k2");
        assertThat(store().delete(ACME, BOB, "k1")).isFalse();
        assertThat(store().delete(BOLT, ADA, "k1")).isFalse();
        assertThat(store().delete(ACME, ADA, "k1")).isTrue();
        assertThat(store().delete(ACME, ADA, "k1")).isFalse();
        store().deleteOfPerson(BOLT, ADA);
        assertThat(store().list(ACME, ADA)).hasSize(1);
        store().deleteOfPerson(ACME, ADA);
        assertThat(store().list(ACME, ADA)).isEmpty();
    }

    @Test
    default void erasesAPortal() {
        store().insert(passkey("k1", ACME, ADA));
        store().insert(passkey("k2", BOLT, ADA));

        store().erase(ACME);

        assertThat(store().list(ACME, ADA)).isEmpty();
        assertThat(store().list(BOLT, ADA)).hasSize(1);
    }
}
