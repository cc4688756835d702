package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;

/** What every store of tokens does. */
interface TokenStoreContract {

    PersonId ADA = new PersonId("02000000-0000-7000-8000-00000000000a");
    PersonId BOB = new PersonId("02000000-0000-7000-8000-00000000000b");

    TokenStore store();

    private static StoredToken token(String id, PortalId portal, PersonId person) {
        return new StoredToken(
                id,
                portal,
                person,
                "Backup",
                "hash-" + id,
                Set.of(Right.SEE_EVENTS, Right.MANAGE_PEOPLE),
                List.of("10.0.0.0/8", "2001:db8::/32"),
                THEN,
                THEN.plusSeconds(60),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    default void findsByTheSecretInThePortal() {
        StoredToken one = token("t1", ACME, ADA);
        List.of(one, token("t2", ACME, ADA), token("t3", ACME, BOB), token("t4", BOLT, ADA))
                .forEach(store()::insert);

        assertThat(store().find(ACME, "hash-t1")).contains(one);
        assertThat(store().find(BOLT, "hash-t1")).isEmpty();
        assertThat(store().list(ACME, ADA)).extracting(StoredToken::id).containsExactly("t1", "t2");
    }

    @Test
    default void remembersTheLastUse() {
        store().insert(token("t1", ACME, ADA));

        store().used(BOLT, "t1", THEN, "192.0.2.1");
        assertThat(store().find(ACME, "hash-t1").orElseThrow().lastUsed()).isEmpty();
        store().used(ACME, "t1", THEN.plusSeconds(5), "192.0.2.1");
        StoredToken used = store().find(ACME, "hash-t1").orElseThrow();
        assertThat(used.lastUsed()).contains(THEN.plusSeconds(5));
        assertThat(used.lastAddress()).contains("192.0.2.1");
    }

    @Test
    default void deletesThoseOfThePersonAlone() {
        List.of(token("t1", ACME, ADA), token("t2", ACME, ADA), token("t3", ACME, ADA), token("t4", BOLT, ADA))
                .forEach(store()::insert);

        assertThat(store().delete(ACME, BOB, "t1")).isEmpty();
        assertThat(store().delete(BOLT, ADA, "t1")).isEmpty();
        assertThat(store().delete(ACME, ADA, "t1")).isPresent();
        assertThat(store().delete(ACME, ADA, "t1")).isEmpty();
        assertThat(store().deleteOfPerson(ACME, ADA)).containsExactlyInAnyOrder("t2", "t3");
        assertThat(store().find(BOLT, "hash-t4")).isPresent();
    }

    @Test
    default void erasesAPortal() {
        store().insert(token("t1", ACME, ADA));
        store().insert(token("t2", BOLT, ADA));

        assertThat(store().erase(ACME)).containsExactly("t1");
        assertThat(store().find(BOLT, "hash-t2")).isPresent();
    }
}
