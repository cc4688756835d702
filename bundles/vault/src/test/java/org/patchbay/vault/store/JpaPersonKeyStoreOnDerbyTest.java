package org.patchbay.vault.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

class JpaPersonKeyStoreOnDerbyTest implements PersonKeyStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("vault");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
