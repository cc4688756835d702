package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaDepartmentStoreOnDerbyTest implements DepartmentStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public DepartmentStore store() {
        return new JpaDepartmentStore(DATABASE.jpa());
    }
}
