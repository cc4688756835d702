package org.patchbay.identity.store;

final class InMemoryLinkStoreTest implements LinkStoreContract {

    private final LinkStore store = new InMemoryLinkStore();

    @Override
    public LinkStore store() {
        return store;
    }
}
