package org.patchbay.identity.store;

final class InMemoryPasskeyStoreTest implements PasskeyStoreContract {

    private final PasskeyStore store = new InMemoryPasskeyStore();

    @Override
    public PasskeyStore store() {
        return store;
    }
}
