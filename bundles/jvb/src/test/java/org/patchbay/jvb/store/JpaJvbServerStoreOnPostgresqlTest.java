package org.patchbay.jvb.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaJvbServerStoreOnPostgresqlTest implements JvbServerStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("jvb");

    @Override
    public JvbServerStore store() {
        return new JpaJvbServerStore(DATABASE.jpa());
    }
}
