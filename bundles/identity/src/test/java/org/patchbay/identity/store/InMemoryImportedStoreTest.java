package org.patchbay.identity.store;

final class InMemoryImportedStoreTest implements ImportedStoreContract {

    private final ImportedStore store = new InMemoryImportedStore();

    @Override
    public ImportedStore store() {
        return store;
    }
}
