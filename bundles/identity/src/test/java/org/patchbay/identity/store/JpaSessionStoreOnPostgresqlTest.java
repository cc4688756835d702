package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaSessionStoreOnPostgresqlTest implements SessionStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public SessionStore store() {
        return new JpaSessionStore(DATABASE.jpa());
    }
}
