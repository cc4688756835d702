package org.patchbay.identity.store;

final class InMemorySessionStoreTest implements SessionStoreContract {

    private final SessionStore store = new InMemorySessionStore();

    @Override
    public SessionStore store() {
        return store;
    }
}
