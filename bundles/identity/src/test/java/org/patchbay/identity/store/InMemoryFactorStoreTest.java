package org.patchbay.identity.store;

final class InMemoryFactorStoreTest implements FactorStoreContract {

    private final FactorStore store = new InMemoryFactorStore();

    @Override
    public FactorStore store() {
        return store;
    }
}
