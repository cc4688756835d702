package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaLinkStoreOnPostgresqlTest implements LinkStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public LinkStore store() {
        return new JpaLinkStore(DATABASE.jpa());
    }
}
