package org.patchbay.events.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JournalOnDerbyTest implements JournalContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("events");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
