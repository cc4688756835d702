package org.patchbay.meetings.store;

final class InMemoryMediaServerStoreTest implements MediaServerStoreContract {

    private final InMemoryMediaServerStore store = new InMemoryMediaServerStore();

    @Override
    public MediaServerStore store() {
        return store;
    }
}
