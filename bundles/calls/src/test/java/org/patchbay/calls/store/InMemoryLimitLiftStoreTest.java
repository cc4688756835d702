package org.patchbay.calls.store;

final class InMemoryLimitLiftStoreTest implements LimitLiftStoreContract {

    @Override
    public LimitLiftStore store() {
        return new InMemoryLimitLiftStore();
    }
}
