package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPasskeyStoreOnPostgresqlTest implements PasskeyStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public PasskeyStore store() {
        return new JpaPasskeyStore(DATABASE.jpa());
    }
}
