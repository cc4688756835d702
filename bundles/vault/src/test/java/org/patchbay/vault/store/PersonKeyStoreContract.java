package org.patchbay.vault.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.testing.store.TestDatabase;
import org.patchbay.vault.store.PersonKeyStore.Kept;

/** What the store of keys does on every database. */
interface PersonKeyStoreContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");
    PersonId ANNA = new PersonId("01890000-0000-7000-8000-00000000a44a");

    TestDatabase database();

    private PersonKeyStore store() {
        return new JpaPersonKeyStore(database().jpa("vault"));
    }

    @Test
    default void keepsTheFirstKey() {
        assertThat(store().find(ACME, ANNA)).isEmpty();
        assertThat(store().keep(ACME, ANNA, "first").sealed()).contains("first");
        assertThat(store().keep(ACME, ANNA, "second").sealed()).contains("first");
        assertThat(store().find(ACME, ANNA)).contains(new Kept(Optional.of("first")));
        assertThat(store().find(OTHER, ANNA)).isEmpty();
    }

    @Test
    default void destroysForGood() {
        store().keep(ACME, ANNA, "first");
        store().keep(OTHER, ANNA, "other");

        store().destroy(ACME, ANNA);

        assertThat(store().keep(ACME, ANNA, "second").sealed()).isEmpty();
        assertThat(store().find(ACME, ANNA)).contains(new Kept(Optional.empty()));
        assertThat(store().find(OTHER, ANNA)).contains(new Kept(Optional.of("other")));
    }

    @Test
    default void whoeverGoesFromRootsPortalGoesEverywhere() {
        store().keep(ACME, ANNA, "first");
        store().keep(ACME, new PersonId("01890000-0000-7000-8000-000000000be4"), "another");

        store().destroy(PortalId.ROOT, ANNA);

        assertThat(store().find(ACME, ANNA)).contains(new Kept(Optional.empty()));
        assertThat(store().find(ACME, new PersonId("01890000-0000-7000-8000-000000000be4")))
                .contains(new Kept(Optional.of("another")));
    }

    @Test
    default void forgetsAPortal() {
        store().keep(ACME, ANNA, "first");
        store().keep(OTHER, ANNA, "other");

        store().erase(ACME);

        assertThat(store().find(ACME, ANNA)).isEmpty();
        assertThat(store().find(OTHER, ANNA)).isPresent();
    }

    @Test
    default void losesTheKeyWithItsUnitOfWork() {
        try {
            database().unitOfWork().run(() -> {
                store().keep(ACME, ANNA, "first");
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no");
        }
        assertThat(store().find(ACME, ANNA)).isEmpty();
    }

    @Test
    default void twoAtOnceKeepTheSameKey() {
        var kept = new CountDownLatch(1);
        var starts = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(() -> database().unitOfWork().call(() -> {
            Kept mine = store().keep(ACME, ANNA, "slow");
            kept.countDown();
            await(starts);
            return mine;
        }));
        await(kept);
        var fast = CompletableFuture.supplyAsync(() -> database().unitOfWork().call(() -> {
            starts.countDown();
            Kept mine = store().keep(ACME, ANNA, "fast");
            store().keep(OTHER, ANNA, "still writing in the same unit");
            return mine;
        }));

        assertThat(slow.join().sealed()).contains("slow");
        assertThat(fast.join().sealed()).contains("slow");
        assertThat(store().find(OTHER, ANNA)).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
