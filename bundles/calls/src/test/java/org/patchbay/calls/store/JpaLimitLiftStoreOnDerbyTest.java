package org.patchbay.calls.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaLimitLiftStoreOnDerbyTest implements LimitLiftStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("calls");

    @Override
    public LimitLiftStore store() {
        return new JpaLimitLiftStore(DATABASE.jpa());
    }
}
