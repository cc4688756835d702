package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaDirectoryLinkStoreOnPostgresqlTest implements DirectoryLinkStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public DirectoryLinkStore store() {
        return new JpaDirectoryLinkStore(DATABASE.jpa());
    }
}
