package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaWarningStoreOnPostgresqlTest implements WarningStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public WarningStore store() {
        return new JpaWarningStore(DATABASE.jpa());
    }
}
