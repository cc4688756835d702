package org.patchbay.calls.store;

final class InMemoryCallStoreTest implements CallStoreContract, ConversationContract {

    private final CallStore store = new InMemoryCallStore();

    @Override
    public CallStore store() {
        return store;
    }
}
