package org.patchbay.calls.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaLimitLiftStoreOnPostgresqlTest implements LimitLiftStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("calls");

    @Override
    public LimitLiftStore store() {
        return new JpaLimitLiftStore(DATABASE.jpa());
    }
}
