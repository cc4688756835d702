package org.patchbay.identity.store;

final class InMemoryStorageStoreTest implements StorageStoreContract {

    private final StorageStore store = new InMemoryStorageStore();

    @Override
    public StorageStore store() {
        return store;
    }
}
