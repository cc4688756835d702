package org.patchbay.jvb.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaJvbServerStoreOnDerbyTest implements JvbServerStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("jvb");

    @Override
    public JvbServerStore store() {
        return new JpaJvbServerStore(DATABASE.jpa());
    }
}
