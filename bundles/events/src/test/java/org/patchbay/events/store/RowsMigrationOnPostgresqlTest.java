package org.patchbay.events.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class RowsMigrationOnPostgresqlTest implements RowsMigrationContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("events");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }

    @Override
    public String folder() {
        return "postgresql";
    }

    @Override
    public String bytes() {
        return "BYTEA";
    }

    @Override
    public String text() {
        return "TEXT";
    }
}
