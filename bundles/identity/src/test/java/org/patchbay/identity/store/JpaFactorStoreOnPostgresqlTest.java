package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaFactorStoreOnPostgresqlTest implements FactorStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public FactorStore store() {
        return new JpaFactorStore(DATABASE.jpa());
    }
}
