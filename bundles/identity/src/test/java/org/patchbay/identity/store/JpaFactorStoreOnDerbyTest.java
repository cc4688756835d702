package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaFactorStoreOnDerbyTest implements FactorStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public FactorStore store() {
        return new JpaFactorStore(DATABASE.jpa());
    }
}
