package org.patchbay.tenancy.store;

final class InMemoryPortalStoreTest implements PortalStoreContract {

    private final PortalStore store = new InMemoryPortalStore();

    @Override
    public PortalStore store() {
        return store;
    }
}
