package org.patchbay.identity.store;

final class InMemoryPolicyStoreTest implements PolicyStoreContract {

    private final PolicyStore store = new InMemoryPolicyStore();

    @Override
    public PolicyStore store() {
        return store;
    }
}
