package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaImportStoreOnDerbyTest implements ImportStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public ImportStore store() {
        return new JpaImportStore(DATABASE.jpa());
    }
}
