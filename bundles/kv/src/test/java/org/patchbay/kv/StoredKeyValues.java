package org.patchbay.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.kv.KeyValues;
import org.patchbay.kv.store.JpaEntryStore;
import org.patchbay.testing.kv.KeyValuesContract;
import org.patchbay.testing.store.TestDatabase;

/** The contract, and what only a database can show; once for each database. */
interface StoredKeyValues extends KeyValuesContract {

    int LIMIT = 12;

    TestDatabase database();

    @Override
    default int maxKeys() {
        return LIMIT;
    }

    @Override
    default KeyValueService keyValues() {
        return new KeyValueService(
                new JpaEntryStore(database().jpa()), database().unitOfWork(), LIMIT);
    }

    @Test
    default void losesNothingWhenTwoAddTheSameKey() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 10; i++) {
                String key = "k" + i;
                CyclicBarrier start = new CyclicBarrier(2);
                Future<?> one = threads.submit(() -> put(start, key, "one"));
                Future<?> two = threads.submit(() -> put(start, key, "two"));
                one.get();
                two.get();
                assertThat(keyValues().get(ACME, "race", key).orElseThrow()).isIn("one", "two");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void takesAWriteBackWithItsUnitOfWork() {
        KeyValues values = keyValues();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database().unitOfWork().run(() -> {
                    values.put(ACME, "rollback", "k", "v");
                    throw new IllegalStateException("no");
                }));

        assertThat(values.get(ACME, "rollback", "k")).isEmpty();
    }

    @Test
    default void erasesOnePortalAlone() {
        keyValues().put(ACME, "erase", "k", "v");
        keyValues().put(OTHER, "erase", "k", "v");

        keyValues().erase(ACME);

        assertThat(keyValues().keys(ACME, "erase", "", PageRequest.first(1)).items())
                .isEmpty();
        assertThat(keyValues().get(OTHER, "erase", "k")).contains("v");
    }

    @Test
    default void refusesWhatADatabaseCannotKeep() {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> keyValues().put(ACME, "nul", "k", "a\0b"))
                .withMessageContaining("/value");
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> keyValues().put(ACME, "nul", "a\0b", "v"))
                .withMessageContaining("/key");
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> keyValues().put(ACME, "", "k", "v"))
                .withMessageContaining("/space");
    }

    private Void put(CyclicBarrier start, String key, String value) throws Exception {
        start.await();
        keyValues().put(ACME, "race", key, value);
        return null;
    }
}
