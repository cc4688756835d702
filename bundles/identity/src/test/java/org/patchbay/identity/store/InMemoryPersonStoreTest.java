package org.patchbay.identity.store;

final class InMemoryPersonStoreTest implements PersonStoreContract {

    private final PersonStore store = new InMemoryPersonStore();

    @Override
    public PersonStore store() {
        return store;
    }
}
