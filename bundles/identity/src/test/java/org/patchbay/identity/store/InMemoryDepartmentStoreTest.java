package org.patchbay.identity.store;

final class InMemoryDepartmentStoreTest implements DepartmentStoreContract {

    private final DepartmentStore store = new InMemoryDepartmentStore();

    @Override
    public DepartmentStore store() {
        return store;
    }
}
