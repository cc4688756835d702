package org.patchbay.scripting.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class ScriptStoreOnPostgresqlTest implements ScriptStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("scripting");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
