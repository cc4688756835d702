package org.patchbay.identity.store;

final class InMemoryDirectoryLinkStoreTest implements DirectoryLinkStoreContract {

    private final DirectoryLinkStore store = new InMemoryDirectoryLinkStore();

    @Override
    public DirectoryLinkStore store() {
        return store;
    }
}
