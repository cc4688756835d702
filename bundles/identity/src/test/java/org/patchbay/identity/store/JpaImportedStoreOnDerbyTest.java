package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaImportedStoreOnDerbyTest implements ImportedStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public ImportedStore store() {
        return new JpaImportedStore(DATABASE.jpa());
    }
}
