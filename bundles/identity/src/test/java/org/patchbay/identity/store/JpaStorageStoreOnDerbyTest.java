package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaStorageStoreOnDerbyTest implements StorageStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public StorageStore store() {
        return new JpaStorageStore(DATABASE.jpa());
    }
}
