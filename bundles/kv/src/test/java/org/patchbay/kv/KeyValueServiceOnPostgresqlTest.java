package org.patchbay.kv;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

class KeyValueServiceOnPostgresqlTest implements StoredKeyValues {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("kv");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
