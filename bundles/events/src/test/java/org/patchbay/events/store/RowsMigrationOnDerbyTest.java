package org.patchbay.events.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class RowsMigrationOnDerbyTest implements RowsMigrationContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("events");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }

    @Override
    public String folder() {
        return "derby";
    }

    @Override
    public String bytes() {
        return "BLOB(16M)";
    }

    @Override
    public String text() {
        return "CLOB(16M)";
    }
}
