package org.patchbay.tenancy.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPortalStoreOnDerbyTest implements PortalStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("tenancy");

    @Override
    public PortalStore store() {
        return new JpaPortalStore(DATABASE.jpa());
    }
}
