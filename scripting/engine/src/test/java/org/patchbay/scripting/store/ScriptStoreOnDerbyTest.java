package org.patchbay.scripting.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class ScriptStoreOnDerbyTest implements ScriptStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("scripting");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
