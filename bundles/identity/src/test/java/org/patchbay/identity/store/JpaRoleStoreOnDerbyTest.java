package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRoleStoreOnDerbyTest implements RoleStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public RoleStore store() {
        return new JpaRoleStore(DATABASE.jpa());
    }
}
