package org.patchbay.testing.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.store.UnitOfWork;

final class UnitOfWorkOnPostgresqlTest implements UnitOfWorkContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql();

    @Override
    public UnitOfWork unitOfWork() {
        return DATABASE.unitOfWork();
    }
}
