package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPolicyStoreOnPostgresqlTest implements PolicyStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public PolicyStore store() {
        return new JpaPolicyStore(DATABASE.jpa());
    }
}
