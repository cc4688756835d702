package org.patchbay.jvb.store;

final class InMemoryJvbServerStoreTest implements JvbServerStoreContract {

    private final JvbServerStore store = new InMemoryJvbServerStore();

    @Override
    public JvbServerStore store() {
        return store;
    }
}
