package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaDirectoryLinkStoreOnDerbyTest implements DirectoryLinkStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public DirectoryLinkStore store() {
        return new JpaDirectoryLinkStore(DATABASE.jpa());
    }
}
