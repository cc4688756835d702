package org.patchbay.audit;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

class AuditServiceOnPostgresqlTest implements AuditServiceContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("audit");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
