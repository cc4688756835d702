package org.patchbay.identity.store;

final class InMemoryWarningStoreTest implements WarningStoreContract {

    private final WarningStore store = new InMemoryWarningStore();

    @Override
    public WarningStore store() {
        return store;
    }
}
