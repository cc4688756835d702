package org.patchbay.click2meet.store;

final class InMemoryLinkStoreTest implements LinkStoreContract {

    private final LinkStore store = new InMemoryLinkStore();

    @Override
    public LinkStore store() {
        return store;
    }
}
