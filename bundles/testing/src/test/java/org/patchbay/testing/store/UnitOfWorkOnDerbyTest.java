package org.patchbay.testing.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.store.UnitOfWork;

final class UnitOfWorkOnDerbyTest implements UnitOfWorkContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby();

    @Override
    public UnitOfWork unitOfWork() {
        return DATABASE.unitOfWork();
    }
}
