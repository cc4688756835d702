package org.patchbay.calls.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaTextHistoryOnDerbyTest implements TextHistoryContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("calls");

    @Override
    public TextHistory history() {
        return new JpaTextHistory(DATABASE.jpa());
    }
}
