package org.patchbay.meetings.store;

final class InMemoryDialInStoreTest implements DialInStoreContract {

    private final InMemoryDialInStore store = new InMemoryDialInStore();

    @Override
    public DialInStore store() {
        return store;
    }
}
