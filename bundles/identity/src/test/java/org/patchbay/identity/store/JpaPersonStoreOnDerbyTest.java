package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPersonStoreOnDerbyTest implements PersonStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public PersonStore store() {
        return new JpaPersonStore(DATABASE.jpa());
    }
}
