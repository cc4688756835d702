package org.patchbay.contacts.store;

final class InMemoryContactStoreTest implements ContactStoreContract {

    private final ContactStore store = new InMemoryContactStore();

    @Override
    public ContactStore store() {
        return store;
    }
}
