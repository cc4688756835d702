package org.patchbay.testing.store;

import org.patchbay.api.store.UnitOfWork;

final class InMemoryUnitOfWorkTest implements UnitOfWorkContract {

    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
