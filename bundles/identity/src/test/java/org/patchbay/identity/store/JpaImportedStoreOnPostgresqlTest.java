package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaImportedStoreOnPostgresqlTest implements ImportedStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public ImportedStore store() {
        return new JpaImportedStore(DATABASE.jpa());
    }
}
