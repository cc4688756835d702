package org.patchbay.calls.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaTextStoreOnDerbyTest implements TextStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("calls");

    @Override
    public TextStore store() {
        return new JpaTextStore(DATABASE.jpa());
    }
}
