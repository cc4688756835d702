package org.patchbay.identity.store;

final class InMemoryRoleStoreTest implements RoleStoreContract {

    private final RoleStore store = new InMemoryRoleStore();

    @Override
    public RoleStore store() {
        return store;
    }
}
