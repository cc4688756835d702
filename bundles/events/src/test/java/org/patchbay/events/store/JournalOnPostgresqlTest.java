package org.patchbay.events.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JournalOnPostgresqlTest implements JournalContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("events");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
