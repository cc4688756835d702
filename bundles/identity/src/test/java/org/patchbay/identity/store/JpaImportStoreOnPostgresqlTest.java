package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaImportStoreOnPostgresqlTest implements ImportStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public ImportStore store() {
        return new JpaImportStore(DATABASE.jpa());
    }
}
