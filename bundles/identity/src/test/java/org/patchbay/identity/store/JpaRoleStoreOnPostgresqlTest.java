package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaRoleStoreOnPostgresqlTest implements RoleStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("identity");

    @Override
    public RoleStore store() {
        return new JpaRoleStore(DATABASE.jpa());
    }
}
