package org.patchbay.identity.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPasskeyStoreOnDerbyTest implements PasskeyStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Override
    public PasskeyStore store() {
        return new JpaPasskeyStore(DATABASE.jpa());
    }
}
