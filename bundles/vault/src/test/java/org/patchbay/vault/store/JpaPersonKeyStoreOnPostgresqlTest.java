package org.patchbay.vault.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

class JpaPersonKeyStoreOnPostgresqlTest implements PersonKeyStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("vault");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
