package org.patchbay.identity.store;

final class InMemoryImportStoreTest implements ImportStoreContract {

    private final ImportStore store = new InMemoryImportStore();

    @Override
    public ImportStore store() {
        return store;
    }
}
