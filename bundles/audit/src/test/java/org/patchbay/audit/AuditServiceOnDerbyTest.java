package org.patchbay.audit;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

class AuditServiceOnDerbyTest implements AuditServiceContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("audit");

    @Override
    public TestDatabase database() {
        return DATABASE;
    }
}
