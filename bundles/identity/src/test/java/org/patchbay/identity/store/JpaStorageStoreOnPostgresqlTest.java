package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaStorageStoreOnPostgresqlTest implements StorageStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public StorageStore store() {
        return new JpaStorageStore(DATABASE.jpa());
    }
}
